package io.facestream.ingest.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
   * @param cameras asked at each visit: what became of each camera's pictures, by its id
   * @param refused asked, too: records of the topic of cameras that changed nothing
   * @throws MetricsPortException when the port is taken
   */
  public static MetricsEndpoint open(
      int port, Supplier<Map<String, CameraCounters>> cameras, LongSupplier refused) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
      server.createContext(
          "/metrics", exchange -> answer(exchange, cameras.get(), refused.getAsLong()));
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

  private static void answer(
      HttpExchange exchange, Map<String, CameraCounters> cameras, long refused) throws IOException {
    byte[] page = MetricsText.of(new TreeMap<>(cameras), refused).getBytes(StandardCharsets.UTF_8);
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
