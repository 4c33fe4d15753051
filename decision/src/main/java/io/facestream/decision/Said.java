package io.facestream.decision;

import io.facestream.wire.PolicyKey;

/**
 * What a policy says of one field.
 *
 * @param value what it says
 * @param by whose policy it is
 * @param version {@link StatedPolicy#version}; null when the job's options say so
 */
record Said<T>(T value, PolicyKey by, Long version) {}
