package io.facestream.job.policies;

/**
 * A policy that was found good; also as it is kept in state, since its JSON stays readable.
 *
 * @param key {@link io.facestream.wire.PolicyKey} as text
 * @param partition partition of {@code policies}
 * @param offset offset within the partition: the policy's version
 * @param value the JSON, or null when it was taken back
 */
public record PolicyChange(String key, int partition, long offset, byte[] value) {}
