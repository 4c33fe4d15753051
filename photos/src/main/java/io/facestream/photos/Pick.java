package io.facestream.photos;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FoundFaces;
import java.util.Locale;

/**
 * Which face of a photo with several is the person's.
 *
 * @param text as asked for and as stored with the template: {@code largest}, {@code center}, or a
 *     number from 1, the largest face
 */
public record Pick(String text) {
  private static final String LARGEST = "largest";
  private static final String CENTER = "center";

  /**
   * Reads a pick.
   *
   * @throws IllegalArgumentException when it is none of the three
   */
  public static Pick parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.equals("centre")) {
      return new Pick(CENTER);
    }
    if (lower.equals(LARGEST) || lower.equals(CENTER) || lower.matches("[1-9][0-9]{0,3}")) {
      return new Pick(lower);
    }
    throw new IllegalArgumentException(
        "'" + text + "' chooses no face; say largest, center, or its number from 1");
  }

  /**
   * The index of the chosen face.
   *
   * @return −1 when the photo has no face of that number
   */
  int indexIn(FoundFaces found) {
    return switch (text) {
      case LARGEST -> 0;
      case CENTER -> mostCentral(found);
      default -> {
        int number = Integer.parseInt(text);
        yield number <= found.faces().size() ? number - 1 : -1;
      }
    };
  }

  private static int mostCentral(FoundFaces found) {
    int best = 0;
    for (int i = 1; i < found.faces().size(); i++) {
      if (distance(found, i) < distance(found, best)) {
        best = i;
      }
    }
    return best;
  }

  private static double distance(FoundFaces found, int index) {
    PixelBox box = found.faces().get(index).face().box();
    double dx = box.x() + box.width() / 2 - found.width() / 2.0;
    double dy = box.y() + box.height() / 2 - found.height() / 2.0;
    return Math.hypot(dx, dy);
  }
}
