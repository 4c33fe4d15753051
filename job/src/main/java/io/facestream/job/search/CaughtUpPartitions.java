package io.facestream.job.search;

import io.facestream.job.gallery.GalleryChange;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Which partitions of the gallery have been read as far as they went at the job's start. */
final class CaughtUpPartitions {
  private final Set<Integer> caughtUp = new HashSet<>();

  /** How many partitions there were at the start, as far as is known. */
  private int partitions = Integer.MAX_VALUE;

  /** Takes note of one partition that has caught up; true when every partition has. */
  boolean areAllWith(GalleryChange marker) {
    caughtUp.add(marker.partition());
    // Who looked before partitions were added counts fewer: the others are no part of the start.
    partitions = Math.min(partitions, marker.partitions());
    return IntStream.range(0, partitions).allMatch(caughtUp::contains);
  }

  /** Whether a partition has been read so far. */
  boolean has(int partition) {
    return caughtUp.contains(partition);
  }
}
