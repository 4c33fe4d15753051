package io.facestream.console.asks;

import io.facestream.console.asks.AskException.Reason;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.file.BarePicture;
import io.facestream.vision.picture.file.PictureFile;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;
import io.facestream.wire.Topics;

/**
 * A picture that was handed in, as it may travel: whole, what it is by its bytes, and nothing that
 * a camera or phone wrote beside the pixels but how they are turned.
 *
 * @param bytes without place, time, device and preview
 */
public record Picture(byte[] bytes, PictureType type) {
  /** The longest that is taken, in bytes. */
  public static final int LONGEST = Topics.MAX_FRAME_BYTES;

  /**
   * Takes what was sent.
   *
   * @throws AskException when it is of no kind that the job looks at, or not whole
   */
  public static Picture of(byte[] sent) {
    PictureType type =
        PictureType.of(sent)
            .filter(PictureType::isFrame)
            .orElseThrow(
                () ->
                    new AskException(
                        Reason.NO_PICTURE, "This is no " + PictureType.frames() + " picture"));
    try {
      PictureFile file = PictureFile.of(sent);
      io.facestream.vision.picture.Picture.requireAcceptable(
          file.size(), DecodeOptions.DEFAULT_MAX_PIXELS);
      return new Picture(BarePicture.of(file), type);
    } catch (UnreadablePictureException e) {
      throw new AskException(Reason.REFUSED, "The picture is refused: " + e.getMessage(), e);
    }
  }
}
