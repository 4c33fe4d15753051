package io.facestream.vision.picture.file;

/** The bytes are no picture we take. The message is one line: the cause and the cure. */
public class UnreadablePictureException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadablePictureException(String message) {
    super(message);
  }
}
