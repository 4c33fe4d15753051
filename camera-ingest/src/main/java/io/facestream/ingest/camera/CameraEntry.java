package io.facestream.ingest.camera;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.wire.Addresses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** The fields of one camera in the YAML list, over the list's defaults. */
final class CameraEntry {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "url",
          "pace",
          "loop",
          "rate",
          "max-width",
          "jpeg-quality",
          "read-timeout",
          "rotate",
          "buffer");

  private final ObjectNode fields;
  private final Path folder;

  private CameraEntry(ObjectNode fields, Path folder) {
    this.fields = fields;
    this.folder = folder;
  }

  /**
   * What holds for every camera.
   *
   * @param node the fields, or null
   * @param folder relative paths start here
   */
  static CameraEntry defaults(JsonNode node, Path folder) {
    CameraEntry none = new CameraEntry(JsonNodeFactory.instance.objectNode(), folder);
    if (node == null) {
      return none;
    }
    if (node.has("id") || node.has("url")) {
      throw new IllegalArgumentException(
          "defaults: id and url belong to a camera. Move them there");
    }
    try {
      return none.over(node);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("defaults: " + e.getMessage(), e);
    }
  }

  /** These fields, each replaced by the node's where it has one. */
  CameraEntry over(JsonNode node) {
    if (!(node instanceof ObjectNode own)) {
      throw new IllegalArgumentException(
          "must be fields such as 'id: lobby', not a single value or a list");
    }
    own.fieldNames().forEachRemaining(CameraEntry::requireKnown);
    return new CameraEntry(fields.deepCopy().setAll(own), folder);
  }

  /** Checks everything; the exception names the field. */
  Camera toCamera() {
    SourceOptions defaults = SourceOptions.defaults();
    SourceOptions options =
        new SourceOptions(
            number("rate", defaults.rate()),
            integer("max-width", defaults.maxWidth()),
            integer("jpeg-quality", defaults.jpegQuality()),
            duration("read-timeout", defaults.readTimeout()),
            integer("rotate", defaults.rotate()));
    return new Camera(
        text("id"), url(), pace(), flag("loop"), integer("buffer", Camera.DEFAULT_BUFFER), options);
  }

  private static void requireKnown(String name) {
    if (!FIELDS.contains(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "unknown field: %s. Known: %s",
              Addresses.quoted(name),
              String.join(", ", FIELDS)));
    }
  }

  private String url() {
    String text = text("url");
    SourceUrl url = SourceUrl.parse(text);
    boolean relative = url.kind() == SourceUrl.Kind.FILE && !url.path().isAbsolute();
    return relative ? folder.resolve(url.path()).toString() : text;
  }

  private Pace pace() {
    String name = fields.path("pace").asText("own").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "own" -> Pace.OWN;
      case "none" -> Pace.NONE;
      default -> throw wrong("pace", "'own' or 'none'");
    };
  }

  private String text(String name) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull() || value.isContainerNode()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "has no %s. Add '%s: …'", name, name));
    }
    return value.asText();
  }

  private boolean flag(String name) {
    JsonNode value = fields.get(name);
    if (value != null && !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value != null && value.asBoolean();
  }

  private double number(String name, double other) {
    JsonNode value = fields.get(name);
    if (value != null && !value.isNumber()) {
      throw wrong(name, "a number");
    }
    return value == null ? other : value.asDouble();
  }

  private int integer(String name, int other) {
    JsonNode value = fields.get(name);
    if (value != null && !value.canConvertToInt() || value != null && !value.isIntegralNumber()) {
      throw wrong(name, "a whole number");
    }
    return value == null ? other : value.asInt();
  }

  private Duration duration(String name, Duration other) {
    JsonNode value = fields.get(name);
    if (value == null) {
      return other;
    }
    try {
      return Duration.parse("PT" + value.asText());
    } catch (DateTimeParseException e) {
      throw wrong(name, "a time such as 10s or 1m30s");
    }
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s must be %s, not %s",
            name,
            expected,
            Addresses.quoted(fields.get(name).asText())));
  }
}
