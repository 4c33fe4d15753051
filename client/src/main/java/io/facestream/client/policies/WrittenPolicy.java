package io.facestream.client.policies;

import java.time.Instant;

/**
 * A record of {@code policies}, as it came.
 *
 * @param partition partition of the topic
 * @param offset offset within the partition: the policy's version
 * @param writtenAt the record's timestamp, which is the broker's
 * @param key a {@link io.facestream.wire.PolicyKey} in UTF-8, or null
 * @param value the JSON, or null where a policy was taken back
 */
public record WrittenPolicy(
    int partition, long offset, Instant writtenAt, byte[] key, byte[] value) {}
