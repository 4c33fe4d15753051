package io.facestream.vision.packs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The packs that come with Facestream, one JSON manifest each, beside this class. */
public final class ModelPacks {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
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
      return JSON.readValue(in, ModelPack.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The manifest of pack '" + name + "' is broken", e);
    }
  }

  private static boolean exists(String name) {
    return ModelPacks.class.getResource(resource(name)) != null;
  }

  private static String resource(String name) {
    return name + ".json";
  }
}
