package io.facestream.vision.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where model files are looked for.
 *
 * @param searched in this order; the cache comes last
 * @param cache where downloads go
 */
record ModelFolders(List<Path> searched, Path cache) {

  /**
   * The folder given, then {@code FACESTREAM_MODELS}, then the cache: {@code models} in {@code
   * FACESTREAM_CACHE}, else in {@code facestream} in {@code XDG_CACHE_HOME} or {@code ~/.cache}.
   */
  static ModelFolders of(Path givenOrNull, Map<String, String> environment, Path home) {
    List<Path> searched = new ArrayList<>();
    if (givenOrNull != null) {
      searched.add(givenOrNull);
    }
    String models = environment.getOrDefault("FACESTREAM_MODELS", "");
    if (!models.isBlank()) {
      searched.add(Path.of(models));
    }
    Path cache = cache(environment, home).resolve("models");
    searched.add(cache);
    return new ModelFolders(List.copyOf(searched), cache);
  }

  private static Path cache(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("FACESTREAM_CACHE", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return (xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve("facestream");
  }
}
