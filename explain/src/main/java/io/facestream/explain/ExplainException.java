package io.facestream.explain;

import io.facestream.wire.FacestreamException;

/** Something cannot be explained; the message is one line with cause and cure. */
public final class ExplainException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public ExplainException(String message) {
    super(message);
  }

  /**
   * With what is behind it.
   *
   * @param cause the exception behind it
   */
  public ExplainException(String message, Throwable cause) {
    super(message, cause);
  }
}
