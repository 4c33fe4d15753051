package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Parts of addresses. */
final class Paths {
  private Paths() {}

  static String escaped(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }
}
