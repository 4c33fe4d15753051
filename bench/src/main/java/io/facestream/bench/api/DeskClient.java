package io.facestream.bench.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Asks the console as any program does, over HTTP with a key. Safe for threads. */
final class DeskClient {
  /** When the whole answer was there. */
  static final String END = "end";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EVENT = "event: ";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI console;
  private final String key;

  DeskClient(URI console, String key) {
    this.console = console;
    this.key = key;
  }

  /** What clients ask. */
  @FunctionalInterface
  interface Ask {
    /**
     * @param sinceNanos when the client began to wait
     */
    void run(byte[] picture, long sinceNanos, Answers answers)
        throws IOException, InterruptedException;
  }

  /** {@code POST /recognize}; one moment, its end. */
  void recognize(byte[] picture, long sinceNanos, Answers answers)
      throws IOException, InterruptedException {
    HttpResponse<String> got =
        http.send(post("/api/v1/recognize", picture).build(), BodyHandlers.ofString());
    if (got.statusCode() != 200) {
      answers.failed(got.body());
      return;
    }
    answers.moment(END, System.nanoTime() - sinceNanos);
    answers.answered();
  }

  /** {@code POST /analyze}; a moment for each event. */
  void analyze(byte[] picture, long sinceNanos, Answers answers)
      throws IOException, InterruptedException {
    HttpRequest request =
        post("/api/v1/analyze", picture).header("Accept", "text/event-stream").build();
    HttpResponse<Stream<String>> got = http.send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = got.body()) {
      boolean done = false;
      String line = "";
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        line = each.next();
        if (line.startsWith(EVENT)) {
          String event = line.substring(EVENT.length());
          answers.moment(event, System.nanoTime() - sinceNanos);
          done |= event.equals("done");
        }
      }
      if (done) {
        answers.answered();
      } else {
        answers.failed(line);
      }
    }
  }

  /** The status of a {@code GET}. */
  int get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder post(String path, byte[] picture) {
    return request(path)
        .header("Content-Type", "image/jpeg")
        .POST(BodyPublishers.ofByteArray(picture));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(console.resolve(path))
        .header("Authorization", "Bearer " + key)
        .timeout(PATIENCE);
  }
}
