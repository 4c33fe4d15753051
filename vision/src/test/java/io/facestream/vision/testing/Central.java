package io.facestream.vision.testing;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import java.util.Comparator;

/** Picks the person a portrait is of: bystanders may be larger, but not nearer to the middle. */
public final class Central {
  private Central() {}

  public static FoundFace faceOf(FoundFaces found) {
    return found.faces().stream()
        .min(Comparator.comparingDouble(face -> distance(face.face().box(), found)))
        .orElseThrow();
  }

  private static double distance(PixelBox box, FoundFaces found) {
    return Math.hypot(
        box.x() + box.width() / 2 - found.width() / 2.0,
        box.y() + box.height() / 2 - found.height() / 2.0);
  }
}
