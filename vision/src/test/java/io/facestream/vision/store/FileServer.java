package io.facestream.vision.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A web server on the loopback interface that serves one file, breaks off, or refuses. */
final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final byte[] content;
  private final List<String> ranges = new ArrayList<>();
  private int breakOffs;
  private int status;

  FileServer(byte[] content) throws IOException {
    this.content = content;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The next answers end after half of what they promised. */
  FileServer breakingOff(int times) {
    breakOffs = times;
    return this;
  }

  /** Answers with nothing but this status. */
  FileServer answering(int httpStatus) {
    status = httpStatus;
    return this;
  }

  String url() {
    return "http://"
        + server.getAddress().getHostString()
        + ":"
        + server.getAddress().getPort()
        + "/m";
  }

  /** The Range header of each request, "none" where there was none. */
  synchronized List<String> ranges() {
    return List.copyOf(ranges);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range == null ? "none" : range);
      if (status != 0) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      if (from >= content.length) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      byte[] rest = Arrays.copyOfRange(content, from, content.length);
      exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
      OutputStream body = exchange.getResponseBody();
      int send = breakOffs > 0 ? rest.length / 2 : rest.length;
      breakOffs--;
      body.write(rest, 0, send);
      body.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
