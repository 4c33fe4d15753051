package io.facestream.wire;

/** Why a record cannot be used, in a sentence with the cure. */
public final class UnusableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause the exception behind it, or null
   */
  public UnusableRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
