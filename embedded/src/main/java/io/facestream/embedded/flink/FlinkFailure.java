package io.facestream.embedded.flink;

import io.facestream.embedded.RootCause;
import org.apache.flink.util.SerializedThrowable;

/** Why Flink, or a job on it, failed. */
final class FlinkFailure {
  private FlinkFailure() {}

  /** The message of the innermost exception that has one, in one line. */
  static String inOneLine(Throwable failure) {
    return RootCause.inOneLine(failure, FlinkFailure::unpack);
  }

  /** Flink sends exceptions as bytes, with the class name put before the message. */
  private static Throwable unpack(Throwable cause) {
    return cause instanceof SerializedThrowable packed
        ? packed.deserializeError(FlinkFailure.class.getClassLoader())
        : cause;
  }
}
