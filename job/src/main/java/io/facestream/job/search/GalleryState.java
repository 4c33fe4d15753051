package io.facestream.job.search;

import io.facestream.job.gallery.Template;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.records.RecordFailure;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.Ids;
import io.facestream.wire.TemplateCopies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * The slice's templates in keyed state, by bucket: the durable side of the slice index.
 *
 * <p>Embeddings and identities are apart because they are read apart: a rebuild reads only
 * embeddings, an answer only the few identities it names. So are the copies that the topic holds of
 * a template: only its next record asks for them, and states of earlier versions lack them, which
 * reads as "older than everything". What is remembered of erased templates is forgotten after a
 * day; by then records of other partitions have long arrived.
 */
final class GalleryState {
  /** How long an erased template is remembered. */
  static final Duration ERASED_FOR = Duration.ofDays(1);

  private static final int EXPIRY_CLOCK_EVERY = 1_000;

  private static final MapStateDescriptor<String, float[]> EMBEDDINGS =
      new MapStateDescriptor<>("embeddings", Types.STRING, TypeInformation.of(float[].class));
  private static final MapStateDescriptor<String, Template> IDENTITIES =
      new MapStateDescriptor<>("identities", Types.STRING, TypeInformation.of(Template.class));

  private static final MapStateDescriptor<String, NegativeExample> EXAMPLES =
      new MapStateDescriptor<>(
          "negative-examples", Types.STRING, TypeInformation.of(NegativeExample.class));

  private final MapState<String, float[]> embeddings;
  private final MapState<String, Template> identities;
  private final MapState<String, NegativeExample> examples;
  private final MapState<String, TemplateCopies> copiesOfEnrolled;
  private final MapState<String, TemplateCopies> copiesOfErased;

  GalleryState(KeyedStateStore store) {
    embeddings = store.getMapState(EMBEDDINGS);
    identities = store.getMapState(IDENTITIES);
    examples = store.getMapState(EXAMPLES);
    copiesOfEnrolled = store.getMapState(copies("copies"));
    MapStateDescriptor<String, TemplateCopies> erased = copies("copies-of-erased");
    erased.enableTimeToLive(
        StateTtlConfig.newBuilder(ERASED_FOR)
            .cleanupInRocksdbCompactFilter(EXPIRY_CLOCK_EVERY, ERASED_FOR)
            .build());
    copiesOfErased = store.getMapState(erased);
  }

  private static MapStateDescriptor<String, TemplateCopies> copies(String name) {
    return new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(TemplateCopies.class));
  }

  /**
   * What the partitions say about a template under the current key.
   *
   * @param enrolled whether it is among the templates
   */
  TemplateCopies copiesOf(String templateId, boolean enrolled) throws Exception {
    TemplateCopies copies = (enrolled ? copiesOfEnrolled : copiesOfErased).get(templateId);
    return copies == null ? TemplateCopies.NONE : copies;
  }

  /** Keeps a template under the current key, and what the partitions say about it. */
  void put(String templateId, Template template, float[] embedding, TemplateCopies copies)
      throws Exception {
    embeddings.put(templateId, embedding);
    identities.put(templateId, template);
    copiesOfEnrolled.put(templateId, copies);
  }

  /** Keeps a negative example under the current key, and what the partitions say about it. */
  void putExample(NegativeExample example, TemplateCopies copies) throws Exception {
    examples.put(example.templateId(), example);
    copiesOfEnrolled.put(example.templateId(), copies);
  }

  /** Keeps what the partitions say about a template that stays as it is. */
  void putCopies(String templateId, TemplateCopies copies) throws Exception {
    copiesOfEnrolled.put(templateId, copies);
  }

  /** Remembers for a while what the partitions say about a template that is not enrolled. */
  void putErased(String templateId, TemplateCopies copies) throws Exception {
    if (copies.copies().isEmpty()) {
      copiesOfErased.remove(templateId);
    } else {
      copiesOfErased.put(templateId, copies);
    }
  }

  /** Forgets a template or a negative example under the current key. */
  void remove(String templateId) throws Exception {
    if (Ids.isNegativeExampleId(templateId)) {
      examples.remove(templateId);
    }
    embeddings.remove(templateId);
    identities.remove(templateId);
    copiesOfEnrolled.remove(templateId);
  }

  /** Who a template under the current key is. */
  Template identityOf(String templateId) throws Exception {
    return identities.get(templateId);
  }

  /** The vector of a template under the current key. */
  float[] embeddingOf(String templateId) throws Exception {
    return embeddings.get(templateId);
  }

  /**
   * The templates and negative examples under the current key; costs reading all their identities.
   */
  List<String> templateIds() throws Exception {
    List<String> ids = new ArrayList<>();
    identities.keys().forEach(ids::add);
    examples.keys().forEach(ids::add);
    return ids;
  }

  /** Hands out the negative examples of some buckets. */
  void forEachExample(
      KeyedStateBackend<Integer> backend, int[] buckets, Consumer<NegativeExample> consumer)
      throws Exception {
    for (int bucket : buckets) {
      backend.setCurrentKey(bucket);
      examples.values().forEach(consumer);
    }
  }

  /** Hands out who each template under the current key is; costs reading them all. */
  void forEachIdentity(BiConsumer<String, Template> consumer) throws Exception {
    for (Map.Entry<String, Template> identity : identities.entries()) {
      consumer.accept(identity.getKey(), identity.getValue());
    }
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
        RecordFailure.naming(
            "Search slice",
            () -> RecordFailure.template(template.getKey()),
            () -> slice.put(template.getKey(), template.getValue()));
      }
    }
  }
}
