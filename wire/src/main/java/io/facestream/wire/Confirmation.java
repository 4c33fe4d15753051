package io.facestream.wire;

import java.io.Serializable;

/**
 * How many views of a face must agree before they count: so many of the last ones.
 *
 * @param views views that agree, 1 up to {@code of}
 * @param of of so many, up to {@value #MOST}
 */
public record Confirmation(int views, int of) implements Serializable {
  /** Most views that can be asked for. */
  public static final int MOST = 20;

  /** The first view counts. */
  public static final Confirmation AT_ONCE = new Confirmation(1, 1);

  public Confirmation {
    if (!(1 <= views && views <= of && of <= MOST)) {
      throw new IllegalArgumentException(
          "confirm is "
              + views
              + " of "
              + of
              + " views; it must be at least 1, of at most "
              + MOST
              + ", and no more than there are");
    }
  }
}
