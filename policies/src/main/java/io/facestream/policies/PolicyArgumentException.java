package io.facestream.policies;

/** What was written means no change of a policy, whatever the topic holds. */
public final class PolicyArgumentException extends PolicyException {
  private static final long serialVersionUID = 1L;

  /** One line with cause and cure. */
  public PolicyArgumentException(String message) {
    super(message);
  }
}
