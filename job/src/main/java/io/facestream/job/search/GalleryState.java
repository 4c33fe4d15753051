package io.facestream.job.search;

import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * The slice's templates in keyed state, by bucket: the durable side of the slice index.
 *
 * <p>Embeddings and identities are apart because they are read apart: a rebuild reads only
 * embeddings, an answer only the few identities it names.
 */
final class GalleryState {
  private static final MapStateDescriptor<String, float[]> EMBEDDINGS =
      new MapStateDescriptor<>("embeddings", Types.STRING, TypeInformation.of(float[].class));
  private static final MapStateDescriptor<String, Template> IDENTITIES =
      new MapStateDescriptor<>("identities", Types.STRING, TypeInformation.of(Template.class));

  private final MapState<String, float[]> embeddings;
  private final MapState<String, Template> identities;

  GalleryState(KeyedStateStore store) {
    embeddings = store.getMapState(EMBEDDINGS);
    identities = store.getMapState(IDENTITIES);
  }

  /** Keeps a template under the current key. */
  void put(String templateId, Template template, float[] embedding) throws Exception {
    embeddings.put(templateId, embedding);
    identities.put(templateId, template);
  }

  /** Forgets a template under the current key. */
  void remove(String templateId) throws Exception {
    embeddings.remove(templateId);
    identities.remove(templateId);
  }

  /** Who a template under the current key is. */
  Template identityOf(String templateId) throws Exception {
    return identities.get(templateId);
  }

  /**
   * Puts every template of some buckets into an empty slice.
   *
   * <p>The buckets are given and not asked of the backend ({@code applyToAllKeys}), which would
   * read all embeddings once just to find the keys they lie under.
   */
  void rebuild(GallerySlice slice, KeyedStateBackend<Integer> backend, int[] buckets)
      throws Exception {
    for (int bucket : buckets) {
      backend.setCurrentKey(bucket);
      for (Map.Entry<String, float[]> template : embeddings.entries()) {
        slice.put(template.getKey(), template.getValue());
      }
    }
  }
}
