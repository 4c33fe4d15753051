package io.facestream.quickstart.demo;

import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records of a gallery that cannot be searched. */
final class BadTemplates {
  private BadTemplates() {}

  /** Each bad value under the template id that is its key. */
  static Map<String, byte[]> byTemplateId(String pack) {
    EmbedderModel embedder = ModelPacks.named(pack).embedder();
    int dimension = embedder.dimension();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("eve/other-model", entry("some-other-model", dimension, 1));
    entries.put("eve/other-dimension", entry(embedder.modelId(), dimension - 1, 1));
    entries.put("eve/not-a-number", entry(embedder.modelId(), dimension, Float.NaN));
    entries.put("eve/garbage", "\u0007garbage\u00ff".getBytes(StandardCharsets.ISO_8859_1));
    return entries;
  }

  /** A unit vector along the first axis, unless its first component says otherwise. */
  private static byte[] entry(String model, int dimension, float first) {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder().setPersonId("eve").setModelId(model).addEmbedding(first);
    for (int i = 1; i < dimension; i++) {
      entry.addEmbedding(0);
    }
    return entry.build().toByteArray();
  }
}
