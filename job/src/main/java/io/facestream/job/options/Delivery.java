package io.facestream.job.options;

import java.time.Duration;

/**
 * How answers reach their readers.
 *
 * @param exactlyOnce whether they are written in transactions, which are committed with checkpoints
 * @param transactionPrefix begins the ids of the transactions; no two running jobs on one Kafka
 *     cluster may share it
 * @param transactionTimeout when the broker gives up a transaction of which it hears no more
 */
public record Delivery(
    boolean exactlyOnce, String transactionPrefix, Duration transactionTimeout) {}
