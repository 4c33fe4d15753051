package io.facestream.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code GET /metrics} for Prometheus: counts per camera and no pictures. It listens on all
 * addresses and asks for no password.
 */
public final class MetricsEndpoint implements AutoCloseable {
  private final HttpServer server;

  private MetricsEndpoint(HttpServer server) {
    this.server = server;
  }

  /**
   * Answers until it is closed.
   *
   * @param port 1…65535, or 0 for any free one
   * @throws MetricsPortException when the port is taken
   */
  public static MetricsEndpoint open(int port, CameraIngest ingest) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
      server.createContext("/metrics", exchange -> answer(exchange, ingest));
      server.start();
      return new MetricsEndpoint(server);
    } catch (IOException e) {
      throw new MetricsPortException(port, e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, CameraIngest ingest) throws IOException {
    SortedMap<String, CameraCounters> cameras = new TreeMap<>();
    ingest.cameraIds().forEach(id -> cameras.put(id, ingest.counters(id)));
    byte[] page = MetricsText.of(cameras).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(200, page.length);
    try (exchange) {
      exchange.getResponseBody().write(page);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
