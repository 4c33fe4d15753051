package io.facestream.photos;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FoundFaces;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which face of a photo with several is the person's.
 *
 * @param text as asked for and as stored with the template: {@code largest}, {@code center}, or a
 *     number from 1, the largest face; {@code at X,Y} for the one nearest to a point, relative to
 *     the picture
 */
public record Pick(String text) {
  private static final Pattern AT = Pattern.compile("at (\\d\\.\\d+),(\\d\\.\\d+)");
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
   * The face nearest to a point of an upright picture, relative to it: for programs that know where
   * the face is.
   */
  public static Pick at(double x, double y) {
    return new Pick(String.format(Locale.ROOT, "at %.4f,%.4f", within(x), within(y)));
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }

  /**
   * The index of the chosen face.
   *
   * @return −1 when the photo has no face of that number
   */
  int indexIn(FoundFaces found) {
    Matcher at = AT.matcher(text);
    if (at.matches()) {
      return nearest(found, Double.parseDouble(at.group(1)), Double.parseDouble(at.group(2)));
    }
    return switch (text) {
      case LARGEST -> 0;
      case CENTER -> nearest(found, 0.5, 0.5);
      default -> {
        int number = Integer.parseInt(text);
        yield number <= found.faces().size() ? number - 1 : -1;
      }
    };
  }

  private static int nearest(FoundFaces found, double x, double y) {
    int best = 0;
    for (int i = 1; i < found.faces().size(); i++) {
      if (distance(found, i, x, y) < distance(found, best, x, y)) {
        best = i;
      }
    }
    return best;
  }

  private static double distance(FoundFaces found, int index, double x, double y) {
    PixelBox box = found.faces().get(index).face().box();
    double dx = box.x() + box.width() / 2 - x * found.width();
    double dy = box.y() + box.height() / 2 - y * found.height();
    return Math.hypot(dx, dy);
  }
}
