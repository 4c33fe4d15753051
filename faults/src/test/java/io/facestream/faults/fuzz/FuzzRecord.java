package io.facestream.faults.fuzz;

import io.facestream.faults.invariant.Due;
import org.apache.kafka.common.header.Headers;

/**
 * A record to be sent, and what is due to it.
 *
 * @param what how it came about, for people to read
 * @param key may be null
 * @param value may be null
 * @param timestamp milliseconds since the epoch, or null for now
 * @param reason words that the reason of its refusal must hold, or null when any reason will do
 */
record FuzzRecord(
    String what,
    byte[] key,
    byte[] value,
    Headers headers,
    Long timestamp,
    Due due,
    String reason) {}
