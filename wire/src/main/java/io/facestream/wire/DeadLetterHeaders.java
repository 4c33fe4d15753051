package io.facestream.wire;

/** Headers of a dead letter: why it was refused, and where it came from. Values are UTF-8. */
public final class DeadLetterHeaders {
  /** One line for people: the cause, and the cure where there is one. */
  public static final String REASON = "facestream-reason";

  /** Class name of the exception behind the refusal; absent when there was none. */
  public static final String EXCEPTION = "facestream-exception";

  /** Topic the record was read from. */
  public static final String SOURCE_TOPIC = "facestream-source-topic";

  /** Partition the record was read from, decimal. */
  public static final String SOURCE_PARTITION = "facestream-source-partition";

  /** Offset the record was read from, decimal. */
  public static final String SOURCE_OFFSET = "facestream-source-offset";

  /**
   * Bytes that the value had, decimal, when the topic takes no larger record and the value is cut;
   * absent when it is whole.
   */
  public static final String TRUNCATED = "facestream-truncated";

  private DeadLetterHeaders() {}
}
