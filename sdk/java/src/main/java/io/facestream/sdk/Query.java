package io.facestream.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** What stands behind the ? of an address. */
final class Query {
  private final String text;

  private Query(String text) {
    this.text = text;
  }

  /**
   * @param value null for none
   */
  static Query of(String name, String value) {
    return new Query("").and(name, value);
  }

  Query and(String name, String value) {
    return value == null
        ? this
        : new Query(text + (text.isEmpty() ? "?" : "&") + name + "=" + escaped(value));
  }

  /** For any part of an address. */
  static String escaped(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text;
  }
}
