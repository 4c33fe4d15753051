package io.facestream.console.http;

import io.javalin.http.Context;
import java.net.URI;

/** Which web page a request comes from, if a browser says so. */
final class Origins {
  private static final String HEADER = "Origin";

  /** As people reach the console, for a browser's eyes: scheme, host, port. */
  private final String own;

  /**
   * @param publicAddress null where people reach it as the request says
   */
  Origins(URI publicAddress) {
    this.own =
        publicAddress == null
            ? null
            : publicAddress.getScheme() + "://" + publicAddress.getRawAuthority();
  }

  /** The page's origin when it is not the console itself; else null. */
  String foreign(Context context) {
    String origin = context.header(HEADER);
    if (origin == null) {
      return null;
    }
    String expected = own != null ? own : context.scheme() + "://" + context.header("Host");
    return origin.equals(expected) ? null : origin;
  }

  /** Lets the page read the answer. */
  static void allow(Context context, String origin) {
    context.header("Access-Control-Allow-Origin", origin);
    context.header("Access-Control-Expose-Headers", "Retry-After, X-Request-Id, ETag");
    context.header("Vary", HEADER);
  }
}
