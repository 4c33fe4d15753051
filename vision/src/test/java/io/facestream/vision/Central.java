package io.facestream.vision;

import java.util.Comparator;

/** Picks the person a portrait is of: bystanders may be larger, but not nearer to the middle. */
final class Central {
  private Central() {}

  static FoundFace faceOf(FoundFaces found) {
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
