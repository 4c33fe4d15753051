package io.facestream.console.http;

import io.javalin.http.Context;
import java.util.List;

/**
 * A piece of a list.
 *
 * @param next the cursor of what follows; null at the end
 */
public record Page<T>(List<T> items, String next) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** How many are asked for. */
  public static int limit(Context context) {
    String text = context.queryParam("limit");
    if (text == null) {
      return USUAL;
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
      throw ProblemException.invalid("'limit' is a number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }
}
