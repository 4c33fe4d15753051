package io.facestream.ingest.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A camera on loopback that sends a film to everybody who asks, without telling how long it is. */
public final class FilmServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FilmServer(Path film) throws IOException {
    byte[] bytes = Files.readAllBytes(film);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/stream",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "video/mpeg");
          exchange.sendResponseHeaders(200, 0);
          try (exchange) {
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stream";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
