package io.facestream.cluster.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.options.BadOptionsException;
import java.util.List;
import java.util.stream.Stream;

/** Finds the line that matters in Flink's errors, which are stack traces. */
final class Refusals {
  private static final String CAUSED_BY = "Caused by: ";
  private static final String BAD_OPTIONS = CAUSED_BY + BadOptionsException.class.getName() + ": ";

  /** By name: this module does without the job's classes. */
  private static final String RECORD_FAILURE = "io.facestream.job.records.RecordFailure: ";

  private Refusals() {}

  /** The cause in an error body that tells a person most, on one line. */
  static String reason(String body) {
    try {
      JsonNode errors = RestClient.JSON.readTree(body).path("errors");
      StringBuilder all = new StringBuilder();
      errors.forEach(error -> all.append(error.asText()).append('\n'));
      return reasonIn(all.isEmpty() ? body : all.toString());
    } catch (JsonProcessingException e) {
      return reasonIn(body);
    }
  }

  /** What the job says of its options names the option; why its value is none is further inside. */
  private static String reasonIn(String stackTrace) {
    return stackTrace
        .lines()
        .filter(line -> line.startsWith(BAD_OPTIONS))
        .findFirst()
        .map(line -> line.substring(BAD_OPTIONS.length()).strip())
        .orElseGet(() -> innermost(stackTrace));
  }

  /** Whether main refused its options. Flink passes on text only, so by the exception's name. */
  static boolean isAboutOptions(String body) {
    return body.contains(BAD_OPTIONS);
  }

  /** What the job says of the record it failed on, or else the innermost cause, on one line. */
  static String failure(String stackTrace) {
    return stackTrace
        .lines()
        .filter(line -> line.contains(RECORD_FAILURE))
        .findFirst()
        .map(line -> line.substring(line.indexOf(RECORD_FAILURE) + RECORD_FAILURE.length()))
        .orElseGet(() -> innermost(stackTrace));
  }

  /** The innermost cause of a stack trace, on one line, without the exception's name. */
  static String innermost(String stackTrace) {
    List<String> causes = stackTrace.lines().filter(line -> line.startsWith(CAUSED_BY)).toList();
    String line =
        causes.isEmpty()
            ? Stream.concat(
                    stackTrace.lines().filter(text -> !text.startsWith("Internal server error")),
                    stackTrace.lines())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("no reason given")
            : causes.get(causes.size() - 1).substring(CAUSED_BY.length());
    // The exception's name tells a person nothing, unless it is all there is.
    return line.strip().replaceFirst("^([a-z]\\w*\\.)+[A-Z][\\w$]*: (?=\\S)", "");
  }
}
