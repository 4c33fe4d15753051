package io.facestream.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds the line within a chain of exceptions that tells a person what went wrong. */
public final class RootCause {
  private static final int DEEPEST = 50;

  private RootCause() {}

  /** The message of the innermost exception that has one, in one line. */
  public static String inOneLine(Throwable failure) {
    return inOneLine(failure, UnaryOperator.identity());
  }

  /**
   * The same where exceptions are wrapped.
   *
   * @param unwrap gives the exception that was meant
   */
  public static String inOneLine(Throwable failure, UnaryOperator<Throwable> unwrap) {
    String found = failure.getClass().getSimpleName();
    for (Throwable cause : chain(failure, unwrap)) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        found = describe(cause);
      }
    }
    return found.lines().findFirst().orElse(found).strip();
  }

  private static List<Throwable> chain(Throwable failure, UnaryOperator<Throwable> unwrap) {
    List<Throwable> chain = new ArrayList<>();
    Throwable cause = failure;
    while (cause != null && chain.size() < DEEPEST) {
      Throwable meant = unwrap.apply(cause);
      chain.add(meant);
      cause = meant.getCause();
    }
    return chain;
  }

  private static String describe(Throwable cause) {
    boolean saysLittleAlone =
        cause.getClass().getName().startsWith("java.") && !cause.getMessage().contains(" ");
    return saysLittleAlone
        ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
        : cause.getMessage();
  }
}
