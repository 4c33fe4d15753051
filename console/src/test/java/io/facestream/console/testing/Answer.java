package io.facestream.console.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/** What the console answered, held against the document already. */
public record Answer(int status, HttpHeaders headers, String body) {
  /** The body as JSON. */
  public JsonNode json() {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A field of it as text. */
  public String text(String field) {
    return json().path(field).asText();
  }

  /** The code of a problem. */
  public String code() {
    return text("code");
  }

  /** A header; "" for none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
