package io.facestream.vision;

import io.facestream.vision.PackModels.PackFiles;
import io.facestream.vision.packs.ModelPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads each pack once per process and frees it when the last user has gone. */
final class SharedModels {
  private static final Logger LOG = LoggerFactory.getLogger(Vision.class);
  private static final Pool<Key, PackModels> OPEN = new Pool<>(PackModels::close);

  private SharedModels() {}

  /** The models of a pack, loaded by the first caller; each caller gives back once. */
  static Pool<Key, PackModels>.Shared take(ModelPack pack, PackFiles files) {
    return OPEN.take(
        new Key(pack.name(), files),
        () -> {
          PackModels models = PackModels.load(pack, files);
          announce(pack);
          return models;
        });
  }

  private static void announce(ModelPack pack) {
    if (pack.commercialUse()) {
      LOG.info("Loaded model pack {} ({})", pack.name(), pack.licence());
    } else {
      LOG.warn("Loaded model pack {}: {}", pack.name(), pack.licence());
    }
  }

  /** What may be shared: the same pack of the same files. */
  record Key(String pack, PackFiles files) {}
}
