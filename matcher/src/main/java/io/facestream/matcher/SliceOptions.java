package io.facestream.matcher;

import java.nio.file.Path;

/**
 * How a slice keeps its templates.
 *
 * @param exactRowsFolder folder for a temporary file with the fp32 rows, of which only those that
 *     are scored again are read: 0.6 GB of memory per million 512-d templates instead of 2.7 GB.
 *     Null keeps them in memory
 */
public record SliceOptions(Path exactRowsFolder) {
  public static SliceOptions inMemory() {
    return new SliceOptions(null);
  }
}
