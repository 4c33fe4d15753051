package io.facestream.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Requests and answers. */
final class Http {
  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream";

  /** The console looks what it is. */
  private static final String PICTURE = "application/octet-stream";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI console;
  private final String key;
  private final Duration patience;

  Http(URI console, String key, Duration patience) {
    this.console = console;
    this.key = key;
    this.patience = patience;
  }

  <T> T get(String path, Class<T> type) {
    return read(send(request(path).GET()), type(type));
  }

  <T> T delete(String path, Class<T> type) {
    return read(send(request(path).DELETE()), type(type));
  }

  /** Asked again with the same bytes it would be made once. */
  <T> T create(String path, Object body, Class<T> type) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", JSON)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(bytes(body)));
    return read(twice(request), type(type));
  }

  <T> T sendPicture(String path, byte[] picture, Class<T> type) {
    return read(send(picture(path, picture)), type(type));
  }

  void streamPicture(String path, byte[] picture, Predicate<Event> more) {
    stream(picture(path, picture).header("Accept", EVENTS).build(), more);
  }

  void follow(String path, String lastId, Predicate<Event> more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(console.resolve(path))
            .header("Authorization", "Bearer " + key)
            .header("Accept", EVENTS);
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    stream(request.build(), more);
  }

  <T> Stream<T> pages(String path, Query query, TypeReference<Page<T>> type) {
    JavaType whole = Json.MAPPER.getTypeFactory().constructType(type);
    Page<T> first = read(send(request(path + query).GET()), whole);
    return Stream.iterate(
            first,
            page -> page != null,
            page ->
                page.next() == null
                    ? null
                    : read(send(request(path + query.and("cursor", page.next())).GET()), whole))
        .flatMap(page -> page.items().stream());
  }

  private HttpRequest.Builder picture(String path, byte[] picture) {
    return request(path).header("Content-Type", PICTURE).POST(BodyPublishers.ofByteArray(picture));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(console.resolve(path))
        .timeout(patience)
        .header("Authorization", "Bearer " + key);
  }

  /** A connection that broke leaves open whether it was made; its key tells the console. */
  private HttpResponse<InputStream> twice(HttpRequest.Builder request) {
    try {
      return send(request);
    } catch (ApiException e) {
      if (e.status() != 0) {
        throw e;
      }
      return send(request);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    return send(request.build());
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away(e);
    }
  }

  private void stream(HttpRequest request, Predicate<Event> more) {
    HttpResponse<InputStream> answer = send(request);
    try (InputStream body = answer.body();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      requireGood(answer.statusCode(), body);
      EventReader reader = new EventReader(lines);
      for (Event event = reader.next(); event != null; event = reader.next()) {
        if (!more.test(event)) {
          return;
        }
      }
    } catch (IOException e) {
      throw away(e);
    }
    throw away(new IOException("the stream ended early"));
  }

  private <T> T read(HttpResponse<InputStream> answer, JavaType type) {
    try (InputStream body = answer.body()) {
      requireGood(answer.statusCode(), body);
      return Json.MAPPER.readValue(body, type);
    } catch (IOException e) {
      throw away(e);
    }
  }

  private static void requireGood(int status, InputStream body) throws IOException {
    if (status < 400) {
      return;
    }
    byte[] text = body.readAllBytes();
    try {
      throw new ApiException(status, Json.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new ApiException(status, Json.MAPPER.createObjectNode());
    }
  }

  private ApiException away(Exception cause) {
    return new ApiException(
        "no-connection",
        console + " does not answer: " + cause.getMessage(),
        "Check the address, and that the console runs",
        cause);
  }

  private static JavaType type(Class<?> type) {
    return Json.MAPPER.getTypeFactory().constructType(type);
  }

  private static byte[] bytes(Object body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON", e);
    }
  }
}
