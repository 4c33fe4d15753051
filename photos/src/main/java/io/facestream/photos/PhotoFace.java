package io.facestream.photos;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A face as a report lists it, for choosing.
 *
 * @param number from 1, the largest
 * @param x left edge of its box, pixels of the photo as a viewer shows it
 * @param y top edge
 * @param width pixels
 * @param height pixels
 * @param score the detector's confidence, 0…1
 * @param rejection why it may not be enrolled, or null
 */
public record PhotoFace(
    int number, int x, int y, int width, int height, double score, String rejection) {

  static List<PhotoFace> listOf(FoundFaces found) {
    List<PhotoFace> faces = new ArrayList<>();
    for (FoundFace face : found.faces()) {
      PixelBox box = face.face().box();
      faces.add(
          new PhotoFace(
              faces.size() + 1,
              Math.round(box.x()),
              Math.round(box.y()),
              Math.round(box.width()),
              Math.round(box.height()),
              face.face().score(),
              face.usable() ? null : face.rejection().message()));
    }
    return faces;
  }

  /** {@code 2: 120×150 px at (310, 44), score 0.93}. */
  @Override
  public String toString() {
    String where =
        String.format(
            Locale.ROOT,
            "%d: %d×%d px at (%d, %d), score %.2f",
            number,
            width,
            height,
            x,
            y,
            score);
    return rejection == null ? where : where + ", " + rejection;
  }
}
