package io.facestream.cluster.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Flink's configuration files, as flat keys: {@code rest: {port: 1}} is {@code rest.port: 1}. */
public final class FlinkYaml {
  private static final YAMLMapper YAML = new YAMLMapper();

  private FlinkYaml() {}

  /** The settings of a file, nested or flat. */
  public static Map<String, String> read(Path file) {
    Map<String, String> settings = new TreeMap<>();
    try {
      flatten("", YAML.readTree(file.toFile()), settings);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Writes settings under flat keys, which Flink reads the same. */
  public static void write(Map<String, String> settings, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(settings));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String text(Map<String, String> settings) throws JsonProcessingException {
    return "# Written anew at each start.\n" + YAML.writeValueAsString(new TreeMap<>(settings));
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> settings) {
    if (node.isObject()) {
      String start = prefix.isEmpty() ? "" : prefix + ".";
      node.properties().forEach(e -> flatten(start + e.getKey(), e.getValue(), settings));
    } else if (!node.isNull() && !node.isMissingNode()) {
      settings.put(prefix, node.asText());
    }
  }
}
