package io.facestream.sdk;

import com.fasterxml.jackson.databind.JsonNode;

/** The console refused, or could not answer. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String cure;
  private final transient JsonNode problem;

  ApiException(int status, JsonNode problem) {
    super(problem.path("title").asText("HTTP " + status));
    this.status = status;
    this.code = problem.path("code").asText("unknown");
    this.cure = problem.path("cure").asText("");
    this.problem = problem;
  }

  ApiException(String code, String message, String cure, Throwable cause) {
    super(message, cause);
    this.status = 0;
    this.code = code;
    this.cure = cure;
    this.problem = null;
  }

  /** The HTTP status; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** For programs, such as {@code several-faces}; {@code no-connection} when nobody answered. */
  public String code() {
    return code;
  }

  /** What to do about it. */
  public String cure() {
    return cure;
  }

  /** The whole problem, some of which name more, such as the faces of a photo; null without one. */
  public JsonNode problem() {
    return problem;
  }
}
