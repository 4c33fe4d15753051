package io.facestream.vision.packs;

import io.facestream.wire.FacestreamException;

/** A model pack cannot be used. The message is one line: the cause and the cure. */
public class VisionException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public VisionException(String message) {
    super(message);
  }

  public VisionException(String message, Throwable cause) {
    super(message, cause);
  }
}
