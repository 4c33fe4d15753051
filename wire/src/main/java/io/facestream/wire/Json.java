package io.facestream.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The one JSON dialect of the wire and of what commands print: ISO-8601 instants, unknown fields
 * ignored when reading.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** The UTF-8 JSON of a record of this module. */
  public static byte[] toBytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  /**
   * JSON in one line, for a terminal or a pipe: what a terminal must not show ({@link Printable})
   * stands only within JSON's strings, and there as an escape of JSON.
   */
  public static String printable(Object value) {
    StringBuilder line = new StringBuilder();
    new String(toBytes(value), StandardCharsets.UTF_8)
        .codePoints()
        .forEach(
            character -> {
              if (Printable.isPrintable(character)) {
                line.appendCodePoint(character);
              } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", character));
              }
            });
    return line.toString();
  }

  /**
   * Reads a record of this module. Checks the syntax only: a missing field is null or 0; the
   * schemas ({@link Schemas}) say what must be there.
   *
   * @throws IOException when the bytes are not its JSON
   */
  public static <T> T fromBytes(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }
}
