package io.facestream.console.asks;

import io.facestream.console.asks.AskException.Reason;
import io.facestream.wire.PictureType;
import io.facestream.wire.Topics;

/**
 * A picture that was handed in, as it may travel: what it is by its bytes, and nothing that a
 * camera or phone wrote beside the pixels but how they are turned.
 *
 * @param bytes without place, time, device and preview
 */
public record Picture(byte[] bytes, PictureType type) {
  /** The longest that is taken, in bytes. */
  public static final int LONGEST = Topics.MAX_FRAME_BYTES;

  /**
   * Takes what was sent.
   *
   * @throws AskException when it is of no kind that the job looks at
   */
  public static Picture of(byte[] sent) {
    PictureType type =
        PictureType.of(sent)
            .filter(PictureType::isFrame)
            .orElseThrow(
                () ->
                    new AskException(
                        Reason.NO_PICTURE, "This is no " + PictureType.frames() + " picture"));
    return new Picture(Metadata.without(sent, type), type);
  }
}
