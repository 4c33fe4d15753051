package io.facestream.client.policies;

import io.facestream.wire.Policy;
import java.time.Instant;

/**
 * A policy as the topic has it.
 *
 * @param policy what it says
 * @param version offset of its record
 * @param since timestamp of its record, which is the broker's
 */
public record StoredPolicy(Policy policy, long version, Instant since) {}
