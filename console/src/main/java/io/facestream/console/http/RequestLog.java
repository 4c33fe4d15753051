package io.facestream.console.http;

import io.facestream.console.access.Caller;
import io.facestream.wire.Printable;
import io.javalin.http.Context;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each request: who, what, how it ended. No query, header, cookie or body: there are
 * secrets and people in them.
 */
final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final String ID = "request-id";
  private static final int SHOWN = 200;

  private RequestLog() {}

  /** At the beginning; the answer names it too, so that both sides can speak of it. */
  static void begin(Context context) {
    String id = UUID.randomUUID().toString();
    context.attribute(ID, id);
    context.header("X-Request-Id", id);
  }

  static String id(Context context) {
    return context.attribute(ID);
  }

  static void end(Context context, float millis) {
    Caller caller = Guard.callerOf(context);
    LOG.info(
        "{} {} {} {} {} ms {}",
        id(context),
        caller == null ? "-" : caller.id(),
        context.req().getMethod(),
        Printable.of(context.path(), SHOWN),
        Math.round(millis),
        context.statusCode());
  }
}
