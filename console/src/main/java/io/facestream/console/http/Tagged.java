package io.facestream.console.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;

/** Things that can be changed on the condition that they are as one saw them last. */
public final class Tagged {
  private Tagged() {}

  /** Answers with it, and with the tag to name in {@code If-Match}. */
  public static void answer(Context context, Object value) {
    byte[] body = Json.bytes(value);
    context.header("ETag", Etags.of(body));
    context.status(200).contentType(Json.TYPE).result(body);
  }

  /**
   * Ends the request when it names another state than that of now.
   *
   * @param now as it would be answered
   */
  public static void requireUnchanged(Context context, Object now) {
    String wanted = context.header("If-Match");
    if (wanted == null || wanted.strip().equals("*")) {
      return;
    }
    List<String> tags = Stream.of(wanted.split(",")).map(String::strip).toList();
    if (!tags.contains(Etags.of(Json.bytes(now)))) {
      throw new ProblemException(
          412,
          "changed-meanwhile",
          "Somebody else has changed it meanwhile",
          "Get it anew, and change what is there now");
    }
  }
}
