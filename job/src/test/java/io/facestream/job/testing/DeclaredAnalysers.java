package io.facestream.job.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.vision.packs.ModelPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Files that declare analysers, as an administrator writes them. */
public final class DeclaredAnalysers {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DeclaredAnalysers() {}

  /** The one of age and gender under its own name, for packs that have none. */
  public static Path ageAndGender(Path folder) throws IOException {
    return write(folder, declared("age-gender"));
  }

  /** The same under another name, with a model file that is none. */
  public static Path broken(Path folder, String name) throws Exception {
    byte[] noModel = "this is no model".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Files.write(folder.resolve(name + ".onnx"), noModel);
    ObjectNode declared = declared(name);
    ObjectNode file = (ObjectNode) declared.at("/networks/0/files/0");
    file.put("file", name + ".onnx");
    file.put("size", noModel.length);
    file.put(
        "sha256", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(noModel)));
    return write(folder, declared);
  }

  private static ObjectNode declared(String name) throws IOException {
    try (InputStream json = ModelPack.class.getResourceAsStream("analysers/age-gender.json")) {
      ObjectNode declared = (ObjectNode) MAPPER.readTree(json);
      declared.put("name", name);
      return declared;
    }
  }

  private static Path write(Path folder, ObjectNode declared) throws IOException {
    Path file = folder.resolve(declared.get("name").asText() + ".json");
    Files.write(file, MAPPER.writeValueAsBytes(declared));
    return file;
  }
}
