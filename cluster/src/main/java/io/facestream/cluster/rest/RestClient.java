package io.facestream.cluster.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** JSON over HTTP, as Flink speaks it. */
final class RestClient {
  static final JsonMapper JSON = new JsonMapper();

  /** A submission runs the job's main(), which may wait for a broker. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;

  RestClient(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return send(json(path, "POST", body));
  }

  JsonNode put(String path, JsonNode body) {
    return send(json(path, "PUT", body));
  }

  JsonNode patch(String path) {
    return send(request(path).method("PATCH", BodyPublishers.noBody()));
  }

  JsonNode delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends a file as the web UI's form does. */
  JsonNode upload(String path, Path file) throws IOException {
    String boundary = UUID.randomUUID().toString();
    String head =
        String.format(
            Locale.ROOT,
            "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n",
            boundary,
            file.getFileName());
    String tail = String.format(Locale.ROOT, "\r\n--%s--\r\n", boundary);
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString(tail));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private HttpRequest.Builder json(String path, String method, JsonNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.toString()));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() >= 300) {
        throw new RestException(
            answer.statusCode(),
            Refusals.reason(answer.body()),
            Refusals.isAboutOptions(answer.body()));
      }
      return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new RestException("What answers at " + base + " is not Flink", e);
    } catch (IOException e) {
      throw new RestException("Flink does not answer at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RestException("Interrupted while Flink was asked", e);
    }
  }
}
