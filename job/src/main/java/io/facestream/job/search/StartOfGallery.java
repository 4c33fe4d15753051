package io.facestream.job.search;

import io.facestream.job.gallery.GalleryChange;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Knows when all that the gallery held at the job's start has been read. */
final class StartOfGallery {
  private final Set<Integer> readPartitions = new HashSet<>();

  /** How many partitions there were at the start, as far as is known. */
  private int partitions = Integer.MAX_VALUE;

  /** Takes note of the end of one partition's start; true when every partition is read. */
  boolean isReadWith(GalleryChange marker) {
    readPartitions.add(marker.partition());
    // Who looked before partitions were added counts fewer: the others are no part of the start.
    partitions = Math.min(partitions, marker.partitions());
    return IntStream.range(0, partitions).allMatch(readPartitions::contains);
  }
}
