package io.facestream.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody else's web server, with pages that embed the console's scripts. */
final class ForeignPages implements AutoCloseable {
  private static final Path EXAMPLES =
      Path.of("").toAbsolutePath().resolveSibling("sdk/js/examples");

  /** Where the examples' console serves. */
  private static final String EXAMPLES_CONSOLE = "http://127.0.0.1:8088";

  private record Answer(String html, String policy) {}

  private final Map<String, Answer> pages = new ConcurrentHashMap<>();
  private final HttpServer server;

  ForeignPages() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where its pages are, and their origin. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** An example of the SDK, which asks this console. */
  void example(String name, URI console) throws IOException {
    String html = Files.readString(EXAMPLES.resolve(name), UTF_8);
    page("/" + name, html.replace(EXAMPLES_CONSOLE, console.toString()), null);
  }

  /**
   * A page.
   *
   * @param policy of content; null for none
   */
  void page(String path, String html, String policy) {
    pages.put(path, new Answer(html, policy));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        // Browsers ask for an icon.
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      if (page.policy() != null) {
        exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
      }
      byte[] html = page.html().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, html.length);
      exchange.getResponseBody().write(html);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
