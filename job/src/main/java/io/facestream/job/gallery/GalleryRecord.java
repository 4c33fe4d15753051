package io.facestream.job.gallery;

/**
 * A record of {@code gallery} as read.
 *
 * @param partition partition it was read from
 * @param offset offset within the partition
 * @param timestamp its time, milliseconds since the epoch
 * @param key the template id in UTF-8, or null
 * @param value the Protobuf entry, or null to erase
 * @param supersededUpTo of a repair ({@link io.facestream.wire.GalleryHeaders#SUPERSEDED}), the
 *     last offset it speaks of; else {@link #NO_REPAIR}
 */
public record GalleryRecord(
    int partition, long offset, long timestamp, byte[] key, byte[] value, long supersededUpTo) {
  /** {@link #supersededUpTo} of a record that is no repair. */
  public static final long NO_REPAIR = Long.MIN_VALUE;

  /** Whether it only takes a superseded template out of its partition. */
  public boolean isRepair() {
    return supersededUpTo != NO_REPAIR;
  }
}
