package io.facestream.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The AsyncAPI 3 document of the contract, made of {@link Topics}, {@link Schemas} and the rows of
 * docs/topics.md. A topic that is new appears by itself when its row is there and, where its value
 * is JSON, a schema is named after it: {@code verdicts} holds {@code verdict-1}.
 */
final class AsyncApiDocument {
  /** What the job reads; all others of its topics it writes. */
  private static final Set<String> READ = Set.of("frames", "gallery", "policies");

  private static final Path TOPICS_PAGE = Path.of("../docs/topics.md");
  private static final Path GALLERY_PROTO = Path.of("src/main/proto/facestream/gallery.proto");

  private AsyncApiDocument() {}

  /** The whole document, YAML. */
  static String yaml() throws IOException {
    return "# Made of Topics and Schemas by AsyncApiTest, which keeps it true.\n"
        + YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build()
            .writeValueAsString(document());
  }

  /** The same as JSON, the form in which validators take it. */
  static String jsonOf(String yaml) throws JsonProcessingException {
    Object read = new YAMLMapper().readValue(yaml, Object.class);
    return new ObjectMapper().writeValueAsString(read);
  }

  private static Map<String, Object> document() throws IOException {
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> operations = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    for (TopicSpec topic : Topics.ALL) {
      String channel = camelCase(topic.name());
      Row row = Row.of(topic.name());
      channels.put(channel, channel(topic, row));
      if (Topics.USUAL.all().contains(topic)) {
        operations.put(operationOf(topic), operation(topic, channel));
      }
      messages.put(channel, message(topic, row));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", info());
    document.put("defaultContentType", "application/json");
    document.put(
        "servers", Map.of("broker", ordered("host", "localhost:9092", "protocol", "kafka")));
    document.put("channels", channels);
    document.put("operations", operations);
    document.put("components", Map.of("messages", messages));
    return document;
  }

  private static Map<String, Object> info() {
    return ordered(
        "title",
        "Facestream",
        "version",
        "1",
        "description",
        "Recognises enrolled faces in camera streams: pictures and a gallery in, answers out."
            + " Operations are those of the job: what it receives you may send, and the other way"
            + " round.",
        "license",
        ordered("name", "Apache-2.0"));
  }

  private static Map<String, Object> channel(TopicSpec topic, Row row) {
    String channel = camelCase(topic.name());
    Map<String, Object> configuration = new LinkedHashMap<>();
    new TreeMap<>(topic.allSettings())
        .forEach((name, value) -> configuration.put(name, setting(name, value)));
    return ordered(
        "address",
        topic.name(),
        "description",
        row.notes(),
        "messages",
        Map.of(channel, reference("#/components/messages/" + channel)),
        "bindings",
        Map.of(
            "kafka",
            ordered(
                "partitions",
                topic.partitions(),
                "topicConfiguration",
                configuration,
                "bindingVersion",
                "0.5.0")));
  }

  private static Object setting(String name, String value) {
    if (name.equals("cleanup.policy")) {
      return List.of(value.split(","));
    }
    return value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value;
  }

  private static String operationOf(TopicSpec topic) {
    String verb = READ.contains(topic.name()) ? "receive" : "send";
    return camelCase(verb + "." + topic.name());
  }

  private static Map<String, Object> operation(TopicSpec topic, String channel) {
    return ordered(
        "action",
        READ.contains(topic.name()) ? "receive" : "send",
        "channel",
        reference("#/channels/" + channel),
        "messages",
        List.of(reference("#/channels/" + channel + "/messages/" + channel)));
  }

  private static Map<String, Object> message(TopicSpec topic, Row row) throws IOException {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("summary", row.value());
    if (topic.name().endsWith(".dlq")) {
      message.put("contentType", "application/octet-stream");
      message.put("headers", headers(DeadLetterHeaders.class));
      message.put("payload", Map.of("description", "The record's value as it came."));
    } else if (topic.name().equals("frames")) {
      message.put("contentType", "image/jpeg");
      message.put("headers", headers(FrameHeaders.class));
      message.put("payload", Map.of("description", PictureType.frames() + ", as is."));
    } else if (topic.name().equals("gallery")) {
      message.put("contentType", "application/vnd.google.protobuf");
      message.put(
          "payload",
          ordered(
              "schemaFormat",
              "application/vnd.google.protobuf;version=3",
              "schema",
              Files.readString(GALLERY_PROTO)));
    } else {
      message.put(
          "payload",
          ordered(
              "schemaFormat",
              "application/schema+json;version=draft-2020-12",
              "schema",
              reference("schema/" + schemaOf(topic.name()) + ".json")));
    }
    message.put(
        "bindings",
        Map.of(
            "kafka",
            ordered(
                "key",
                ordered("type", "string", "description", row.key()),
                "bindingVersion",
                "0.5.0")));
    return message;
  }

  private static String schemaOf(String topic) {
    return Schemas.NAMES.stream()
        .filter(name -> topic.equals(plural(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No schema is named after topic " + topic));
  }

  /** {@code verdict-1} → {@code verdicts}; likewise {@code policies}, {@code analyses}. */
  private static String plural(String schema) {
    return (schema.replaceAll("-\\d+$", "") + "s")
        .replaceAll("ys$", "ies")
        .replaceAll("iss$", "es");
  }

  private static Map<String, Object> headers(Class<?> names) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (var field : names.getFields()) {
      try {
        properties.put((String) field.get(null), Map.of("type", "string"));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return ordered("type", "object", "properties", properties);
  }

  private static Map<String, Object> reference(String to) {
    return Map.of("$ref", to);
  }

  /** {@code frames.dlq} → {@code framesDlq}. */
  private static String camelCase(String name) {
    String[] parts = name.split("[.-]");
    StringBuilder joined = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      joined
          .append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT))
          .append(parts[i].substring(1));
    }
    return joined.toString();
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** A topic's row of docs/topics.md, as plain text. */
  private record Row(String key, String value, String notes) {
    static Row of(String topic) throws IOException {
      List<String> cells = new ArrayList<>();
      for (String line : Files.readAllLines(TOPICS_PAGE)) {
        if (line.startsWith("| `" + topic + "` |")) {
          for (String cell : line.split("\\s*\\|\\s*")) {
            cells.add(cell.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").replace("`", ""));
          }
          return new Row(cells.get(2), cells.get(3), cells.get(6));
        }
      }
      throw new AssertionError("docs/topics.md has no row for topic " + topic);
    }
  }
}
