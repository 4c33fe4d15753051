package io.facestream.console.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells a browser: run no script and no style but the console's own files, be
 * framed by nobody, tell nobody where one comes from, and keep nothing.
 */
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
          + " worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final int YEAR_SECONDS = 31_536_000;

  private SecurityHeaders() {}

  /** Those of every answer, also of the server's own. */
  static Map<String, String> all(boolean overTls) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
    headers.put("Cache-Control", "no-store");
    if (overTls) {
      headers.put("Strict-Transport-Security", "max-age=" + YEAR_SECONDS);
    }
    return headers;
  }

  static void set(Context context, boolean overTls) {
    all(overTls).forEach(context::header);
  }
}
