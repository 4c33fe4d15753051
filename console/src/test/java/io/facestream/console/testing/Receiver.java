package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody on this machine who is told by webhooks. */
public final class Receiver implements AutoCloseable {
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch open = new CountDownLatch(1);
  private final HttpServer server;
  private volatile int status = 204;
  private volatile boolean slow;

  /** What came. */
  public record Told(String type, Map<String, List<String>> headers, String body) {
    /** The body as JSON. */
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The header by which it is known again. */
    public String id() {
      return headers.get("webhook-id").get(0);
    }

    /**
     * As a receiver checks what comes.
     *
     * @throws WebhookVerificationException when it was not signed by that, or too long ago
     */
    public void verify(String secret) throws WebhookVerificationException {
      new Webhook(secret).verify(body, headers);
    }

    /** The same with another header. */
    public Told with(String header, String value) {
      Map<String, List<String>> changed = new TreeMap<>(headers);
      changed.put(header, List.of(value));
      return new Told(type, changed, body);
    }
  }

  /** On a port that is free. */
  public Receiver() {
    this(0);
  }

  /** On the port of another, which has ended. */
  public Receiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    told.add(new Told(exchange.getRequestHeaders().getFirst("Content-Type"), headers, body));
    if (slow) {
      await();
    }
    if (status >= 300 && status < 400) {
      exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void await() {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers by that from now on. */
  public Receiver answering(int next) {
    status = next;
    return this;
  }

  /** Does not answer before it ends. */
  public Receiver slow() {
    slow = true;
    return this;
  }

  /** Where to send to. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What has come so far. */
  public List<Told> told() {
    return told;
  }

  @Override
  public void close() {
    open.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
