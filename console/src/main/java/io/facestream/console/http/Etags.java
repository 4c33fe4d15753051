package io.facestream.console.http;

import io.facestream.wire.Sha256;
import io.javalin.http.Context;

/** Entity tags by content. */
public final class Etags {
  private static final int DIGITS = 32;

  private Etags() {}

  static String of(byte[] content) {
    return '"' + Sha256.hex(content).substring(0, DIGITS) + '"';
  }

  /** That of something as it would be answered. */
  public static String ofAnswer(Object value) {
    return of(Json.bytes(value));
  }

  /** Answers with it and its tag, to be named in {@code If-Match} by who changes it. */
  public static void answer(Context context, Object value) {
    byte[] body = Json.bytes(value);
    context.header("ETag", of(body));
    context.status(200).contentType(Json.TYPE).result(body);
  }
}
