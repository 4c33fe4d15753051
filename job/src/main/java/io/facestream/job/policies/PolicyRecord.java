package io.facestream.job.policies;

/**
 * A record of {@code policies} as read.
 *
 * @param partition partition it was read from
 * @param offset offset within the partition
 * @param key {@link io.facestream.wire.PolicyKey} in UTF-8, or null
 * @param value the JSON, or null to take the policy back
 */
public record PolicyRecord(int partition, long offset, byte[] key, byte[] value) {}
