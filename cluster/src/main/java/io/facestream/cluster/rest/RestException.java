package io.facestream.cluster.rest;

/** Flink does not answer, or refuses; the message is one line. */
public final class RestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status, or 0 when there was no answer. */
  private final int status;

  RestException(int status, String message) {
    super(message);
    this.status = status;
  }

  RestException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** The HTTP status, or 0 when there was no answer. */
  public int status() {
    return status;
  }
}
