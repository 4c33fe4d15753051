package io.facestream.explain.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.explain.ExplainException;
import java.io.IOException;

/**
 * A verdict as it is compared: its JSON in the order and with the digits in which it was written,
 * without {@code timings}, which no two runs share.
 *
 * @param tree the JSON
 */
record CanonicalVerdict(JsonNode tree) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a record's bytes. */
  static CanonicalVerdict of(byte[] json) {
    try {
      ObjectNode verdict = (ObjectNode) JSON.readTree(json);
      verdict.remove("timings");
      return new CanonicalVerdict(verdict);
    } catch (IOException e) {
      throw new ExplainException("The verdict is no JSON: " + e.getMessage(), e);
    }
  }

  /** The bytes that are compared, as text. */
  String text() {
    return tree.toString();
  }
}
