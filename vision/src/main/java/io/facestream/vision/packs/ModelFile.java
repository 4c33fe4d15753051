package io.facestream.vision.packs;

import java.io.Serializable;
import java.util.List;

/**
 * One file of weights.
 *
 * @param file its name in a models folder
 * @param sha256 of the whole file, lower-case hex; nothing else is loaded
 * @param size bytes
 * @param urls where it can be downloaded, in order of preference; empty when it has no public
 *     source
 * @param origin repository, commit and path it comes from, and what was changed
 * @param licence as its publisher states it
 * @param maxBatch how many inputs one call may have; 0 is any number
 */
public record ModelFile(
    String file,
    String sha256,
    long size,
    List<String> urls,
    String origin,
    String licence,
    int maxBatch)
    implements Serializable {

  /** A file without sources is in folders only. */
  public ModelFile {
    urls = urls == null ? List.of() : urls;
  }

  /** Whether {@code facestream models fetch} can get it. */
  public boolean downloadable() {
    return !urls.isEmpty();
  }
}
