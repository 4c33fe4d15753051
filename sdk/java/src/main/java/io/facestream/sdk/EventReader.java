package io.facestream.sdk;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Reads server-sent events as the HTML standard describes them (section 9.2.6), of data that is
 * JSON.
 */
final class EventReader {
  private final BufferedReader lines;
  private String id;

  EventReader(BufferedReader lines) {
    this.lines = lines;
  }

  /**
   * @return null at the end
   */
  Event next() throws IOException {
    String name = "message";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (data.length() > 0) {
          return new Event(id, name, Json.MAPPER.readTree(data.toString()));
        }
        name = "message";
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "id" -> id = value;
        case "event" -> name = value;
        case "data" -> data.append(data.length() == 0 ? "" : "\n").append(value);
        default -> {
          // A comment that keeps the connection alive, or a field of tomorrow.
        }
      }
    }
    return null;
  }
}
