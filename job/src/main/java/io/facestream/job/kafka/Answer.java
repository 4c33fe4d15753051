package io.facestream.job.kafka;

/**
 * A verdict or an alert as it is written.
 *
 * @param key the camera's key
 * @param value JSON
 */
public record Answer(byte[] key, byte[] value) {}
