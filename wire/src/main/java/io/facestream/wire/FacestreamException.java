package io.facestream.wire;

import java.util.List;

/**
 * What a person can put right, or must know: the parent of our unchecked exceptions. The message is
 * one line that states the facts; the command that runs adds which of its options helps.
 */
public abstract class FacestreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected FacestreamException(String message) {
    super(message);
  }

  /**
   * @param cause the exception behind it, or null
   */
  protected FacestreamException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What helps beside that which the message says, best first; the message can be continued by it.
   */
  public List<Remedy> remedies() {
    return List.of();
  }
}
