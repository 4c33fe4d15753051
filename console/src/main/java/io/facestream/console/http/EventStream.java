package io.facestream.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Server-sent events, as the HTML standard has them, written as they come. Used by the thread that
 * answers the request, until it returns.
 */
public final class EventStream {
  /** Its media type. */
  public static final String TYPE = "text/event-stream";

  private final OutputStream out;

  private EventStream(OutputStream out) {
    this.out = out;
  }

  /** Whether the asking program wants events. */
  public static boolean isAskedFor(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains(TYPE);
  }

  /**
   * Begins the answer.
   *
   * @throws IOException when nobody listens any more
   */
  public static EventStream open(Context context) throws IOException {
    context.status(200);
    context.res().setContentType(TYPE);
    context.res().setCharacterEncoding(UTF_8.name());
    // Proxies that collect an answer would keep the first event until the last.
    context.res().setHeader("X-Accel-Buffering", "no");
    context.res().flushBuffer();
    return new EventStream(context.res().getOutputStream());
  }

  /**
   * @param id to go on behind after a broken connection; null for none
   * @param data a record, as JSON
   * @throws IOException when nobody listens any more
   */
  public void send(String event, String id, Object data) throws IOException {
    StringBuilder head = new StringBuilder();
    if (id != null) {
      head.append("id: ").append(id).append('\n');
    }
    head.append("event: ").append(event).append("\ndata: ");
    out.write(head.toString().getBytes(UTF_8));
    // JSON has no line breaks but those that are escaped.
    out.write(Json.bytes(data));
    out.write("\n\n".getBytes(UTF_8));
    out.flush();
  }

  /**
   * Moves on where the other side would go on from, without an event.
   *
   * @throws IOException when nobody listens any more
   */
  public void mark(String id) throws IOException {
    out.write(("id: " + id + "\n\n").getBytes(UTF_8));
    out.flush();
  }

  /**
   * Tells the other side that the connection lives.
   *
   * @throws IOException when nobody listens any more
   */
  public void beat() throws IOException {
    out.write(":\n\n".getBytes(UTF_8));
    out.flush();
  }

  /** A problem in place of what would have come; the status was sent already. */
  public void problem(ProblemException problem) throws IOException {
    send("problem", null, problem.problem());
  }
}
