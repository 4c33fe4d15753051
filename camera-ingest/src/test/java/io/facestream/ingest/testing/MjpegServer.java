package io.facestream.ingest.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A camera on loopback that numbers its pictures over all connections, and can misbehave. */
public final class MjpegServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger nextNumber = new AtomicInteger();
  private volatile int picturesPerConnection = Integer.MAX_VALUE;
  private volatile boolean silentAfterwards;
  private volatile String password;
  private volatile long pauseMillis = 5;

  public MjpegServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/stream", this::stream);
    server.start();
  }

  /** Cuts each connection in the middle of the picture after so many. */
  public MjpegServer cuttingAfter(int pictures) {
    picturesPerConnection = pictures;
    return this;
  }

  /** Falls silent after so many pictures, and keeps the connection. */
  public MjpegServer silentAfter(int pictures) {
    picturesPerConnection = pictures;
    silentAfterwards = true;
    return this;
  }

  /** Asks for basic authentication. */
  public MjpegServer protectedBy(String userAndPassword) {
    password = userAndPassword;
    return this;
  }

  /** Sends a picture every so many milliseconds. */
  public MjpegServer every(long millis) {
    pauseMillis = millis;
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stream";
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (password != null && !authorised(exchange)) {
      exchange.sendResponseHeaders(403, -1);
      return;
    }
    connections.incrementAndGet();
    exchange
        .getResponseHeaders()
        .add("Content-Type", "multipart/x-mixed-replace; boundary=\"cut\"");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    try {
      for (int sent = 0; sent < picturesPerConnection; sent++) {
        send(body, Videos.encode(nextNumber.getAndIncrement(), "jpg"));
        Thread.sleep(pauseMillis);
      }
      if (silentAfterwards) {
        Thread.sleep(Long.MAX_VALUE);
      }
      body.write(
          "--cut\r\nContent-Length: 1000\r\n\r\nhalf a picture"
              .getBytes(StandardCharsets.US_ASCII));
      body.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private boolean authorised(HttpExchange exchange) {
    String expected =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString(password.getBytes(StandardCharsets.UTF_8));
    return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static void send(OutputStream body, byte[] picture) throws IOException {
    String head =
        "--cut\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length + "\r\n\r\n";
    body.write(head.getBytes(StandardCharsets.US_ASCII));
    body.write(picture);
    body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    body.flush();
  }
}
