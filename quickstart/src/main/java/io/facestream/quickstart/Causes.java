package io.facestream.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.SerializedThrowable;

/** Finds the line within a chain of exceptions that tells a person what went wrong. */
final class Causes {
  private static final int DEEPEST = 50;

  private Causes() {}

  /** The message of the innermost exception that has one, in one line. */
  static String rootMessage(Throwable failure) {
    String found = failure.getClass().getSimpleName();
    for (Throwable cause : chain(failure)) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        found = describe(cause);
      }
    }
    return found.lines().findFirst().orElse(found).strip();
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    Throwable cause = failure;
    while (cause != null && chain.size() < DEEPEST) {
      chain.add(cause);
      cause = unpack(cause).getCause();
    }
    return chain;
  }

  /** Flink sends exceptions as bytes, with the class name put before the message. */
  private static Throwable unpack(Throwable cause) {
    return cause instanceof SerializedThrowable packed
        ? packed.deserializeError(Causes.class.getClassLoader())
        : cause;
  }

  private static String describe(Throwable cause) {
    Throwable unpacked = unpack(cause);
    boolean saysLittleAlone =
        unpacked.getClass().getName().startsWith("java.") && !unpacked.getMessage().contains(" ");
    return saysLittleAlone
        ? unpacked.getClass().getSimpleName() + ": " + unpacked.getMessage()
        : unpacked.getMessage();
  }
}
