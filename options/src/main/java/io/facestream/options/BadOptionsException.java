package io.facestream.options;

import io.facestream.wire.FacestreamException;

/**
 * Options are unknown or out of range; the message is one line that names the option and the cure.
 */
public final class BadOptionsException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public BadOptionsException(String message) {
    super(message);
  }

  public BadOptionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
