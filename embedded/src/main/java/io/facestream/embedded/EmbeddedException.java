package io.facestream.embedded;

import io.facestream.wire.FacestreamException;

/** What runs within this JVM did not start, or ended; the message is one line with the cause. */
public class EmbeddedException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public EmbeddedException(String message) {
    super(message);
  }

  public EmbeddedException(String message, Throwable cause) {
    super(message, cause);
  }
}
