package io.facestream.decision;

import io.facestream.wire.Policy;
import java.io.Serializable;

/**
 * A policy of the topic {@code policies}.
 *
 * @param policy what it says
 * @param version offset of its record
 */
public record StatedPolicy(Policy policy, long version) implements Serializable {}
