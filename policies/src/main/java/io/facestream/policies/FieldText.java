package io.facestream.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of fields as people write them. A text that means nothing stays a text, which the check of
 * the policy then refuses by name.
 */
final class FieldText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CONFIRM =
      Pattern.compile("\\s*(\\d{1,3})\\s*(?:of|/)\\s*(\\d{1,3})\\s*");

  private FieldText() {}

  /** The value of a field that is known. */
  static JsonNode value(String field, String text) {
    return switch (field) {
      case "threshold", "margin" -> number(text);
      case "reviewers" ->
          text.strip().matches("[0-9]{1,3}")
              ? JSON.numberNode(Integer.parseInt(text.strip()))
              : new TextNode(text);
      case "confirm" -> confirmation(text);
      case "cameras", "analysers", "refusedAnalysers" -> list(text);
      case "ignore" -> json(text);
      case "reviewRequired" ->
          text.equals("true") || text.equals("false")
              ? JSON.booleanNode(Boolean.parseBoolean(text))
              : new TextNode(text);
      default -> new TextNode(text);
    };
  }

  /** Between commas; where an entry has one, a JSON array. */
  private static JsonNode list(String text) {
    if (text.strip().startsWith("[")) {
      return json(text);
    }
    ArrayNode entries = JSON.arrayNode();
    if (!text.isBlank()) {
      for (String entry : text.split(",", -1)) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return new TextNode(text);
    }
  }

  /** As {@link #value} reads them. */
  static String ofList(List<String> entries) {
    boolean plain =
        entries.stream()
            .allMatch(
                entry ->
                    !entry.contains(",") && !entry.startsWith("[") && entry.strip().equals(entry));
    return plain ? String.join(",", entries) : MAPPER.valueToTree(entries).toString();
  }

  private static JsonNode number(String text) {
    try {
      return DecimalNode.valueOf(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return new TextNode(text);
    }
  }

  private static JsonNode confirmation(String text) {
    Matcher found = CONFIRM.matcher(text);
    return found.matches()
        ? JSON.objectNode()
            .put("views", Integer.parseInt(found.group(1)))
            .put("of", Integer.parseInt(found.group(2)))
        : new TextNode(text);
  }
}
