package io.facestream.ingest.camera;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.facestream.wire.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The YAML list of cameras.
 *
 * <pre>
 * defaults:
 *   max-width: 1280
 * cameras:
 *   - id: lobby
 *     url: rtsp://user:password@10.0.0.5/stream1
 *   - id: door
 *     url: recordings/door.mp4
 * </pre>
 */
public final class CamerasFile {
  private static final Set<String> TOP_FIELDS = Set.of("cameras", "defaults");
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private CamerasFile() {}

  /**
   * Reads and checks the whole list.
   *
   * @throws IngestException with one line: file, camera, cause and cure
   */
  public static List<Camera> read(Path file) {
    try {
      return cameras(parse(file), file.toAbsolutePath().getParent());
    } catch (IllegalArgumentException e) {
      // A line that is not as it should be may hold an address; the causes repeat the line.
      throw new IngestException(file + ": " + Addresses.masked(e.getMessage()), null);
    }
  }

  private static JsonNode parse(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("it is a folder. Name the list in it");
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no such file. Check the path");
    }
    try {
      return YAML.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new IllegalArgumentException(
          where + "not valid YAML: " + inPlainWords(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
    }
  }

  /** The parser's complaint without its own classes, place and excerpt. */
  private static String inPlainWords(String complaint) {
    if (complaint.contains("CharConversionException")) {
      return "it is not text in UTF-8. Save it as UTF-8";
    }
    if (complaint.contains("snakeyaml.events")) {
      return "the name of a field must be a plain word";
    }
    // First what was being read ("while parsing …"), then, not indented, what is wrong there.
    return complaint
        .lines()
        .filter(line -> !line.startsWith(" ") && !line.startsWith("while "))
        .findFirst()
        .orElse("unreadable");
  }

  private static List<Camera> cameras(JsonNode root, Path folder) {
    JsonNode list = root.path("cameras");
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no list 'cameras'. Write 'cameras:' and below it '- id: NAME' with 'url: URL'");
    }
    root.fieldNames().forEachRemaining(CamerasFile::requireTopField);
    CameraEntry defaults = CameraEntry.defaults(root.get("defaults"), folder);
    List<Camera> cameras = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : list) {
      Camera camera = camera(node, cameras.size() + 1, defaults);
      if (!ids.add(camera.id())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "camera '%s' is there twice. Give each its own id", camera.id()));
      }
      cameras.add(camera);
    }
    return cameras;
  }

  private static Camera camera(JsonNode node, int number, CameraEntry defaults) {
    String id = node.path("id").isTextual() ? Addresses.quoted(node.path("id").asText()) : "this";
    String name = id.equals("this") ? "number " + number : id;
    try {
      return defaults.over(node).toCamera();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("camera " + name + ": " + e.getMessage(), e);
    }
  }

  private static void requireTopField(String name) {
    if (!TOP_FIELDS.contains(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "unknown field: %s. At the top there are 'cameras' and 'defaults'",
              Addresses.quoted(name)));
    }
  }
}
