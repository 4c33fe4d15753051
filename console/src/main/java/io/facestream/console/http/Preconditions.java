package io.facestream.console.http;

import io.javalin.http.Context;
import java.util.Arrays;

/**
 * What whoever changes something says to have seen of it: {@code If-Match} with its entity tag, or
 * {@code If-None-Match: *} where there was nothing. Without either, two who look at the same time
 * would not notice that one undoes what the other did.
 *
 * @param match the tags that may be there; null when there must be nothing
 */
public record Preconditions(String match) {

  /**
   * Those of a request.
   *
   * @throws ProblemException 428 when it has none
   */
  public static Preconditions of(Context context) {
    String match = context.header("If-Match");
    if (match != null) {
      return new Preconditions(match);
    }
    if ("*".equals(context.header("If-None-Match"))) {
      return new Preconditions(null);
    }
    throw new ProblemException(
        428,
        "precondition-required",
        "Say what you have seen of it",
        "Send its ETag as If-Match, or If-None-Match: * for something new");
  }

  /** Those of a request that may go without: then whatever is there may be there. */
  public static Preconditions ifGiven(Context context) {
    String match = context.header("If-Match");
    return new Preconditions(match == null ? "*" : match);
  }

  /**
   * Whether what is there is what was seen.
   *
   * @param etag null when there is nothing
   */
  public boolean hold(String etag) {
    if (match == null || etag == null) {
      return match == null && etag == null;
    }
    return Arrays.stream(match.split(",")).map(String::strip).anyMatch(tag -> is(tag, etag));
  }

  /** A proxy that compresses makes tags weak. */
  private static boolean is(String tag, String etag) {
    return tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag);
  }

  /** The problem where they do not hold. */
  public static ProblemException changed() {
    return new ProblemException(
        412,
        "changed-meanwhile",
        "Somebody has changed it meanwhile",
        "Look at it again, and repeat the change");
  }
}
