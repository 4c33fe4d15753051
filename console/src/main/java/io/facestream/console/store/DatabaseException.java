package io.facestream.console.store;

import io.facestream.wire.FacestreamException;

/** The database cannot be used: the message is one line that says why, and the cure. */
public final class DatabaseException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
