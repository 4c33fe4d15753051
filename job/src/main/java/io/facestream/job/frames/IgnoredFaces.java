package io.facestream.job.frames;

import io.facestream.vision.finder.FoundFaces;
import io.facestream.wire.Zone;
import java.util.List;

/** Leaves out the faces that stand where a policy says to ignore them: a poster, a television. */
final class IgnoredFaces {
  private IgnoredFaces() {}

  /**
   * The others, by their boxes as a verdict has them, so that it can be told afterwards which.
   *
   * @param zones of the camera's picture; null for none
   */
  static FoundFaces without(FoundFaces found, List<Zone> zones) {
    return zones == null
        ? found
        : found.keeping(face -> !Zone.anyHolds(zones, FaceCrops.boxOf(face, found)));
  }
}
