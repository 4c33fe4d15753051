package io.facestream.console.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;

/** JSON as the API has it: times as {@code 2026-01-31T12:00:00Z}, no nulls, no unknown fields. */
public final class Json {
  /** Its media type. */
  public static final String TYPE = "application/json";

  static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** Answers with a value, such as a record. */
  public static void answer(Context context, int status, Object value) {
    write(context, status, TYPE, value);
  }

  static void write(Context context, int status, String type, Object value) {
    context.status(status).contentType(type).result(bytes(value));
  }

  /** A value as an answer would have it. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer is no JSON", e);
    }
  }
}
