package io.facestream.console.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the server itself refuses before any route is asked, such as a request line that is none: a
 * problem too, without a word on the server.
 */
final class ServerErrors implements Request.Handler {
  private final Map<String, String> headers;

  ServerErrors(boolean overTls) {
    this.headers = SecurityHeaders.all(overTls);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() >= 400 ? response.getStatus() : 500;
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Problem problem =
        status >= 500
            ? Problem.of(
                status, "internal", "Something went wrong in the console", "Look into its log")
            : Problem.of(
                status,
                "refused",
                "The request was refused",
                "Send what HTTP and the API describe");
    response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
    return true;
  }
}
