package io.facestream.job.gallery;

import java.io.Serializable;
import java.util.Map;

/** Tells how far the gallery reaches at the moment the job starts. */
@FunctionalInterface
public interface GalleryEnd extends Serializable {
  /**
   * For each partition the offset of its last readable record, or −1 when it holds none. Compaction
   * and transaction markers leave gaps, so this is not always "end − 1".
   */
  Map<Integer, Long> lastOffsets();
}
