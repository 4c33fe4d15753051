package io.facestream.client.policies;

import io.facestream.wire.Policy;

/**
 * A policy as the topic has it.
 *
 * @param policy what it says
 * @param version offset of its record
 */
public record StoredPolicy(Policy policy, long version) {}
