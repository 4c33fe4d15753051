package io.facestream.console.pictures;

import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.JpegCopy;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.PixelArea;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.Box;

/** Cuts a face out of a frame, as the job has seen it: upright, by the same decoder. */
public final class FaceCrop {
  /** Of the face's width and height, on each side. */
  private static final double MARGIN = 0.4;

  private static final int LONGEST_SIDE = 1280;

  private FaceCrop() {}

  /**
   * A JPEG, with nothing in it that a camera wrote beside the picture.
   *
   * @param box of the face; null for the whole frame
   * @throws PictureException when the frame is none that the job reads
   */
  public static byte[] jpeg(byte[] frame, Box box) throws PictureException {
    DecodeOptions options =
        box == null
            ? new DecodeOptions(LONGEST_SIDE, DecodeOptions.DEFAULT_MAX_PIXELS)
            : DecodeOptions.fullSize();
    try (Picture picture = Picture.decode(frame, options)) {
      int width = picture.width();
      int height = picture.height();
      PixelArea part =
          box == null ? new PixelArea(0, 0, width, height) : around(box, width, height);
      return JpegCopy.of(picture, part, LONGEST_SIDE);
    } catch (UnreadablePictureException e) {
      throw new PictureException(PictureException.Reason.UNREADABLE, e);
    }
  }

  /** The face with its margin, as far as it lies within the frame; at least a pixel. */
  static PixelArea around(Box box, int width, int height) {
    int left = within((box.x() - MARGIN * box.width()) * width, width - 1);
    int top = within((box.y() - MARGIN * box.height()) * height, height - 1);
    int right = within((box.x() + (1 + MARGIN) * box.width()) * width, width);
    int bottom = within((box.y() + (1 + MARGIN) * box.height()) * height, height);
    return new PixelArea(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int within(double pixels, int most) {
    return (int) Math.max(0, Math.min(most, Math.round(pixels)));
  }
}
