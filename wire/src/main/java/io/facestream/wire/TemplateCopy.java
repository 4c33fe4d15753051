package io.facestream.wire;

/**
 * The last word of one partition of {@code gallery} about a template.
 *
 * @param partition the partition
 * @param offset the record's offset within it
 * @param timestamp the record's timestamp, milliseconds since the epoch; the broker's clock, where
 *     the topic is as Facestream creates it
 * @param erased whether the record erases the template, or enrols it
 */
public record TemplateCopy(int partition, long offset, long timestamp, boolean erased) {}
