package io.facestream.console.http;

import io.facestream.console.access.ApiKeys;
import io.javalin.http.Context;

/**
 * What a browser asks before a page of another origin may send. It does not name the key, so an
 * origin passes when any valid key has it; the request itself is then held against its own key.
 */
final class Preflight {
  private final ApiKeys keys;
  private final Origins origins;

  Preflight(ApiKeys keys, Origins origins) {
    this.keys = keys;
    this.origins = origins;
  }

  /** Answers it, if it is one; before any route is looked for, since no route is for it. */
  void answer(Context context) {
    if (!context.req().getMethod().equals("OPTIONS")) {
      return;
    }
    String origin = origins.foreign(context);
    if (origin == null || !keys.anyAllows(origin)) {
      throw Guard.originNotAllowed();
    }
    Origins.allow(context, origin);
    context.header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
    context.header(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID");
    context.header("Access-Control-Max-Age", "600");
    context.status(204);
    context.skipRemainingHandlers();
  }
}
