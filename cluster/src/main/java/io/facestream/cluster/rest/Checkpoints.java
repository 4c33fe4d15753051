package io.facestream.cluster.rest;

import java.time.Duration;

/**
 * How the checkpoints of a job went.
 *
 * @param completed how many, since the job was submitted
 * @param failed how many
 * @param latestPath where the latest lies, or null without one
 * @param latestMillis when the latest was complete, in milliseconds since 1970; 0 without one
 * @param latestDuration how long it took
 * @param latestBytes what it wrote
 * @param stateBytes what it holds, with what earlier ones wrote
 * @param restoredPath what the job started from last, or null when without state
 */
public record Checkpoints(
    long completed,
    long failed,
    String latestPath,
    long latestMillis,
    Duration latestDuration,
    long latestBytes,
    long stateBytes,
    String restoredPath) {}
