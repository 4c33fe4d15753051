package io.facestream.console.http;

import io.facestream.console.access.Right;
import java.time.Duration;
import java.util.function.Supplier;

/** Ends a request with a problem that its sender can do something about. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final long retrySeconds;

  private ProblemException(Problem problem, long retrySeconds) {
    super(problem.title(), null, false, false);
    this.problem = problem;
    this.retrySeconds = retrySeconds;
  }

  /**
   * @param status 400 to 599
   * @param code for programs: words with dashes between
   * @param title what is wrong, a sentence without its full stop
   * @param cure what to do about it, in the same way
   */
  public ProblemException(int status, String code, String title, String cure) {
    this(Problem.of(status, code, title, cure), 0);
  }

  /** Of the answer. */
  public int status() {
    return problem.status();
  }

  /** With a further member, such as the faces to choose from. */
  public ProblemException with(String name, Object value) {
    return new ProblemException(problem.with(name, value), retrySeconds);
  }

  /** Another time it may go well. */
  public ProblemException retryAfter(Duration wait) {
    return new ProblemException(problem, wait.plusMillis(999).toSeconds());
  }

  /** The value, or problem {@code invalid} with the message of what refused it. */
  public static <T> T valid(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  /** Something in the request is out of its bounds. */
  public static ProblemException invalid(String message) {
    return new ProblemException(
        400, "invalid", message, "Send what the document of the API describes");
  }

  /** The caller may not do that. */
  public static ProblemException missing(Right right) {
    return new ProblemException(
        403,
        "missing-right",
        "This needs the right '" + right.text() + "'",
        "Use a key or user that has it");
  }

  /** There is no such thing, or none that the caller may know of. */
  public static ProblemException notFound() {
    return new ProblemException(
        404, "not-found", "There is nothing here", "Check the address and what it names");
  }

  Problem problem() {
    return problem;
  }

  long retrySeconds() {
    return retrySeconds;
  }
}
