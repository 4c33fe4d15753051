package io.facestream.quickstart.guarantees;

import io.facestream.job.gallery.AwaitGallery;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.Template;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.options.JobOptions;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * The gallery's half of the job before records were bounded: what is read goes into state, under
 * the uids and state names that savepoints know, and without what was added later.
 */
final class EarlierVersion {
  /** The operator that sees each record of the gallery. */
  static final String READ = "Read unchecked";

  private EarlierVersion() {}

  static void build(StreamExecutionEnvironment env, JobOptions options) {
    KafkaSources sources = new KafkaSources(options);
    GalleryBuckets buckets = new GalleryBuckets(options.maxParallelism());
    sources
        .gallery(env)
        .process(new ReadUnchecked(buckets))
        .name(READ)
        .uid("check-gallery")
        .transform(
            "Await gallery",
            TypeInformation.of(GalleryChange.class),
            new AwaitGallery(sources.galleryEnd(), buckets))
        .uid("await-gallery")
        .keyBy(GalleryChange::key)
        .process(new KeepAll())
        .uid("search-slice")
        .sinkTo(new DiscardingSink<>())
        .uid("discard");
  }

  private static final class ReadUnchecked extends ProcessFunction<GalleryRecord, GalleryChange> {
    private static final long serialVersionUID = 1L;

    private final GalleryBuckets buckets;

    ReadUnchecked(GalleryBuckets buckets) {
      this.buckets = buckets;
    }

    @Override
    public void processElement(GalleryRecord record, Context context, Collector<GalleryChange> out)
        throws Exception {
      String id = new String(record.key(), StandardCharsets.UTF_8);
      GalleryEntry entry = GalleryEntry.parseFrom(record.value());
      float[] embedding = new float[entry.getEmbeddingCount()];
      for (int i = 0; i < embedding.length; i++) {
        embedding[i] = entry.getEmbedding(i);
      }
      out.collect(
          new GalleryChange(
              GalleryChange.Kind.UPSERT,
              buckets.keyOf(id),
              record.partition(),
              record.offset(),
              0,
              0,
              0,
              id,
              Template.of(entry.getPersonId(), entry.getName(), List.of(), null),
              embedding,
              null));
    }
  }

  private static final class KeepAll extends KeyedProcessFunction<Integer, GalleryChange, Integer> {
    private static final long serialVersionUID = 1L;

    private transient MapState<String, float[]> embeddings;
    private transient MapState<String, Template> identities;

    @Override
    public void open(OpenContext context) {
      embeddings =
          getRuntimeContext()
              .getMapState(
                  new MapStateDescriptor<>(
                      "embeddings", Types.STRING, TypeInformation.of(float[].class)));
      identities =
          getRuntimeContext()
              .getMapState(
                  new MapStateDescriptor<>(
                      "identities", Types.STRING, TypeInformation.of(Template.class)));
    }

    @Override
    public void processElement(GalleryChange change, Context context, Collector<Integer> out)
        throws Exception {
      if (change.kind() == GalleryChange.Kind.UPSERT) {
        embeddings.put(change.templateId(), change.embedding());
        identities.put(change.templateId(), change.template());
      }
    }
  }
}
