package io.facestream.photos.stills;

import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.PictureSize;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;

/** Reads photos that are no frames: what phones, scanners and old programs make. */
public final class StillReader {
  private StillReader() {}

  /**
   * Decodes the first or main picture of a file, upright.
   *
   * @param type what the file is, by its bytes
   * @return the picture, to be closed
   * @throws UnreadablePictureException when it is damaged, or too large or too small, which is
   *     found before it is decoded
   */
  public static Picture read(byte[] photo, PictureType type) throws UnreadablePictureException {
    return switch (type) {
      case TIFF -> RasterFile.tiff(photo);
      case GIF -> RasterFile.gif(photo);
      default -> still(photo, type);
    };
  }

  private static Picture still(byte[] photo, PictureType type) throws UnreadablePictureException {
    try (MemoryInput input = new MemoryInput(photo);
        StillFile file = StillFile.open(input, type)) {
      StillLayout layout = file.layout();
      if (layout.width() <= 0 || layout.height() <= 0) {
        throw StillDecoder.damaged(type.title(), "its size is missing");
      }
      requireAcceptable(layout);
      return Picture.of(file.decode(layout), layout.orientation());
    }
  }

  private static void requireAcceptable(StillLayout layout) throws UnreadablePictureException {
    Picture.requireAcceptable(
        new PictureSize(layout.width(), layout.height()), DecodeOptions.DEFAULT_MAX_PIXELS);
    long pixels = 0;
    for (StillLayout.Tile tile : layout.tiles()) {
      pixels += tile.pixels();
    }
    if (pixels > 2L * DecodeOptions.DEFAULT_MAX_PIXELS) {
      throw new UnreadablePictureException(
          "too large: its tiles have " + pixels + " pixels in all, scale it down");
    }
  }
}
