package io.facestream.job.kafka;

/**
 * A verdict, an alert or a sighting as it is written.
 *
 * @param key the camera's key, of a sighting with the person
 * @param value JSON
 */
public record Answer(byte[] key, byte[] value) {}
