package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks the console as a browser or program does: keeps its cookie, and sends the headers it was
 * given. Every answer is held against the document of the API.
 */
public final class Browser {
  static {
    // For tests of what pages of other origins may.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin,host,connection");
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI address;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String cookie;

  public Browser(URI address) {
    this.address = address;
  }

  /** Sends a header with each request from now on; null for no more. */
  public Browser with(String header, String value) {
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return this;
  }

  /** Sends a key. */
  public Browser withKey(String secret) {
    return with("Authorization", "Bearer " + secret);
  }

  /** The cookie, as it would be sent; null for none. */
  public String cookie() {
    return cookie;
  }

  /** Puts a cookie there, as somebody who can would. */
  public Browser withCookie(String planted) {
    cookie = planted;
    return this;
  }

  /** Logs in, and repeats the token of the session from then on. */
  public Answer logIn(String name, String password) {
    Answer answer =
        post("/api/v1/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    if (answer.status() == 200) {
      with("X-CSRF-Token", answer.text("csrf"));
    }
    return answer;
  }

  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  public Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  /** A picture, or what is said to be one. */
  public Answer postPicture(String path, byte[] picture) {
    return exchange("POST", path, "image/jpeg", HttpRequest.BodyPublishers.ofByteArray(picture));
  }

  /** The bytes of a picture. */
  public byte[] picture(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    headers.forEach(request::header);
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    try {
      HttpResponse<byte[]> got =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      String type = got.headers().firstValue("Content-Type").orElse("");
      if (got.statusCode() != 200 || !type.equals("image/jpeg")) {
        throw new AssertionError(got.statusCode() + type + new String(got.body(), UTF_8));
      }
      return got.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Begins to read a stream of events.
   *
   * @param after the id to go on from; null for the beginning
   */
  public EventReader events(String path, String after) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    headers.forEach(request::header);
    request.header("Accept", "text/event-stream");
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (after != null) {
      request.header("Last-Event-ID", after);
    }
    try {
      HttpResponse<InputStream> got =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (got.statusCode() != 200) {
        throw new AssertionError(got.statusCode() + new String(got.body().readAllBytes(), UTF_8));
      }
      return new EventReader(got.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Any request.
   *
   * @param body null for none
   */
  public Answer send(String method, String path, String type, String body) {
    return exchange(
        method,
        path,
        type,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body, UTF_8));
  }

  private Answer exchange(String method, String path, String type, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).method(method, body);
    headers.forEach(request::header);
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    try {
      HttpResponse<String> got = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      got.headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.contains("Max-Age=0") ? null : set.split(";")[0]);
      if (!method.equals("OPTIONS")) {
        ContractCheck.assertDescribed(
            method,
            path.replaceFirst("\\?.*", ""),
            got.statusCode(),
            got.headers().firstValue("Content-Type").orElse(""),
            got.body());
      }
      return new Answer(got.statusCode(), got.headers(), got.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
