package io.facestream.console.http;

import io.facestream.wire.FacestreamException;

/** The server cannot listen; the message is one line that says why. */
public final class ServerException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
