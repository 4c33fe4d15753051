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
    return number(context, "limit", USUAL, 1, MOST);
  }

  /** A whole number of the query, up to three digits. */
  public static int number(Context context, String name, int usual, int least, int most) {
    String text = context.queryParam(name);
    if (text == null) {
      return usual;
    }
    int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw ProblemException.invalid("'" + name + "' is a number from " + least + " to " + most);
    }
    return number;
  }
}
