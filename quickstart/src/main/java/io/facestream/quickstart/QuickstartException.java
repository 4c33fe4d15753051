package io.facestream.quickstart;

import io.facestream.wire.FacestreamException;

/** Something a person can put right; the message is one line with cause and cure. */
public final class QuickstartException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public QuickstartException(String message) {
    super(message);
  }

  public QuickstartException(String message, Throwable cause) {
    super(message, cause);
  }
}
