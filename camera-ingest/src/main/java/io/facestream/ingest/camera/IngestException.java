package io.facestream.ingest.camera;

import io.facestream.wire.FacestreamException;

/** A camera cannot go on; the message is one line that names it, the cause and the cure. */
public final class IngestException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public IngestException(String message, Throwable cause) {
    super(message, cause);
  }
}
