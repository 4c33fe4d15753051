package io.facestream.vision.picture.file;

/**
 * How the stored rows and columns of a picture are to be turned to stand upright: the tag 0x0112 of
 * EXIF, by whichever way a format carries it.
 *
 * @param quarterTurns clockwise, 0…3, after mirroring
 * @param mirrored whether left and right are exchanged first
 */
public record Orientation(int quarterTurns, boolean mirrored) {
  public static final Orientation UPRIGHT = new Orientation(0, false);

  /** No more of EXIF or XMP data is looked at; JPEG has no room for more. */
  static final int MAX_BYTES = 64 * 1024;

  /** Of tag 0x0112; upright for anything but 1…8. */
  static Orientation ofTag(int value) {
    return switch (value) {
      case 2 -> new Orientation(0, true);
      case 3 -> new Orientation(2, false);
      case 4 -> new Orientation(2, true);
      case 5 -> new Orientation(3, true);
      case 6 -> new Orientation(1, false);
      case 7 -> new Orientation(1, true);
      case 8 -> new Orientation(3, false);
      default -> UPRIGHT;
    };
  }

  /** Tag 0x0112, 1…8. */
  int tag() {
    for (int value = 1; value <= 8; value++) {
      if (ofTag(value).equals(this)) {
        return value;
      }
    }
    throw new IllegalStateException("Every orientation has a tag");
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return quarterTurns % 2 == 1;
  }
}
