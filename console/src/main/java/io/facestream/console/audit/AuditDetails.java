package io.facestream.console.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Details as JSON with sorted names. Only short texts, whole numbers, truth values and lists of
 * texts: no picture and no embedding fits in, so none can get into the log by mistake.
 */
final class AuditDetails {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST = 4_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditDetails() {}

  /**
   * @throws IllegalArgumentException when a value is of another kind, or too long
   */
  static String json(Map<String, ?> details) {
    details.forEach(AuditDetails::validate);
    try {
      String json = JSON.writeValueAsString(new TreeMap<>(details));
      if (json.length() > LONGEST) {
        throw new IllegalArgumentException("Details of an audit entry are too long");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Details of an audit entry are no JSON", e);
    }
  }

  private static void validate(String name, Object value) {
    boolean valid =
        value instanceof Integer
            || value instanceof Long
            || value instanceof Boolean
            || isShort(value)
            || value instanceof Collection<?> list && list.stream().allMatch(AuditDetails::isShort);
    if (!valid) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is nothing for an audit entry: no short text, whole number, truth value"
              + " or list of texts");
    }
  }

  private static boolean isShort(Object value) {
    return value instanceof String text && text.length() <= LONGEST_TEXT;
  }
}
