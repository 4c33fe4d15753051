package io.facestream.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

/** Reads server-sent events as a browser does. */
public final class EventReader implements AutoCloseable {
  private final BufferedReader lines;
  private final InputStream in;
  private String id;

  public EventReader(InputStream in) {
    this.in = in;
    this.lines = new BufferedReader(new InputStreamReader(in, UTF_8));
  }

  /** One event. */
  public record Event(String name, JsonNode data) {}

  /** The next event; null at the end. */
  public Event next() {
    try {
      String name = null;
      String data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && data != null) {
          return new Event(name, new ObjectMapper().readTree(data));
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the stream has told where it stands, which it does at its beginning. */
  public EventReader begun() {
    try {
      while (id == null) {
        String line = lines.readLine();
        id = line.startsWith("id: ") ? line.substring(4) : null;
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the stream has said something, were it nothing. */
  public EventReader opened() {
    try {
      lines.readLine();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last id read. */
  public String id() {
    return id;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
