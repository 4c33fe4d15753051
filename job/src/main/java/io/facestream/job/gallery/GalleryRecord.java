package io.facestream.job.gallery;

/**
 * A record of {@code gallery} as read.
 *
 * @param partition partition it was read from
 * @param offset offset within the partition
 * @param key the template id in UTF-8, or null
 * @param value the Protobuf entry, or null to erase
 */
public record GalleryRecord(int partition, long offset, byte[] key, byte[] value) {}
