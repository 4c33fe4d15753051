package io.facestream.photos.tables;

import io.facestream.wire.FacestreamException;

/** A CSV table cannot be used; the message names the file, where it can the line, and the cause. */
public final class BadTableException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public BadTableException(String source, String cause) {
    super(source + ": " + cause);
  }

  public BadTableException(String source, String message, Throwable cause) {
    super(source + ": " + message, cause);
  }
}
