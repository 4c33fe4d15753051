package io.facestream.vision;

import io.facestream.vision.PackModels.PackFiles;
import io.facestream.vision.packs.ModelPack;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads each pack once per process and frees it when the last user has gone. */
final class SharedModels {
  private static final Logger LOG = LoggerFactory.getLogger(Vision.class);
  private static final Map<Key, SharedModels> OPEN = new HashMap<>();

  private final Key key;
  private final PackModels models;
  private int users;

  private SharedModels(Key key, PackModels models) {
    this.key = key;
    this.models = models;
  }

  /** The models of a pack, loaded by the first caller; each caller gives back once. */
  static SharedModels take(ModelPack pack, PackFiles files) {
    Key key = new Key(pack.name(), files);
    synchronized (OPEN) {
      SharedModels shared = OPEN.get(key);
      if (shared == null) {
        shared = new SharedModels(key, PackModels.load(pack, files));
        announce(pack);
        OPEN.put(key, shared);
      }
      return shared.again();
    }
  }

  private static void announce(ModelPack pack) {
    if (pack.commercialUse()) {
      LOG.info("Loaded model pack {} ({})", pack.name(), pack.licence());
    } else {
      LOG.warn("Loaded model pack {}: {}", pack.name(), pack.licence());
    }
  }

  /** One more user, who gives back once. */
  SharedModels again() {
    synchronized (OPEN) {
      users++;
      return this;
    }
  }

  void giveBack() {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(key);
        models.close();
      }
    }
  }

  PackModels models() {
    return models;
  }

  private record Key(String pack, PackFiles files) {}
}
