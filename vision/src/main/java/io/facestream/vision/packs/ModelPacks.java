package io.facestream.vision.packs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The packs that come with Facestream, one JSON manifest each, beside this class. A manifest names
 * its analysers, if it has any; they stand in files of their own, since packs share them.
 */
public final class ModelPacks {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  private static final String ANALYSERS = "analysers";
  private static final List<String> KNOWN = List.of("builtin", "standard", "accurate", "official");

  private ModelPacks() {}

  /** Names of the packs whose manifest is on the class path. */
  public static List<String> names() {
    return KNOWN.stream().filter(ModelPacks::exists).toList();
  }

  /**
   * The manifest of a pack.
   *
   * @throws UnknownPackException when there is none of that name
   */
  public static ModelPack named(String name) throws UnknownPackException {
    if (!names().contains(name)) {
      throw new UnknownPackException(name, names());
    }
    try (InputStream in = ModelPacks.class.getResourceAsStream(resource(name))) {
      ObjectNode manifest = JSON.readValue(in, ObjectNode.class);
      List<AnalyserModel> analysers = new ArrayList<>();
      for (JsonNode analyser : manifest.path(ANALYSERS)) {
        analysers.add(analyser(analyser.textValue()));
      }
      manifest.putArray(ANALYSERS);
      return JSON.treeToValue(manifest, ModelPack.class).withAnalysers(analysers);
    } catch (IOException e) {
      throw new UncheckedIOException("The manifest of pack '" + name + "' is broken", e);
    }
  }

  private static AnalyserModel analyser(String name) throws IOException {
    String resource = ANALYSERS + "/" + name + ".json";
    try (InputStream in = ModelPacks.class.getResourceAsStream(resource)) {
      return AnalyserFile.parseOwn(in.readAllBytes(), resource);
    }
  }

  private static boolean exists(String name) {
    return ModelPacks.class.getResource(resource(name)) != null;
  }

  private static String resource(String name) {
    return name + ".json";
  }
}
