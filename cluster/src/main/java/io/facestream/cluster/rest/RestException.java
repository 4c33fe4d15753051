package io.facestream.cluster.rest;

import io.facestream.wire.FacestreamException;

/** Flink does not answer, or refuses; the message is one line. */
public final class RestException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status, or 0 when there was no answer. */
  private final int status;

  /** Whether the job's main method did not take its options. */
  private final boolean aboutOptions;

  RestException(int status, String message) {
    this(status, message, false);
  }

  RestException(int status, String message, boolean aboutOptions) {
    super(message);
    this.status = status;
    this.aboutOptions = aboutOptions;
  }

  RestException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
    this.aboutOptions = false;
  }

  /** The HTTP status, or 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Whether the job's main method did not take its options: unknown, or out of range. */
  public boolean isAboutOptions() {
    return aboutOptions;
  }
}
