package io.facestream.job.lists;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryEnd;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.gate.GatedSource;
import io.facestream.job.io.Sources;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.testing.HeldByTopic;
import io.facestream.job.testing.ListedPolicies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.functions.FromElementsGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Frames, gallery and policies from lists, in their order. Like topics, gallery and policies never
 * come to an end; the frames do, and the job's answers to them are then complete.
 */
final class ListSources implements Sources {
  private final List<RawFrame> frames;
  private final List<GalleryRecord> gallery;
  private final List<PolicyRecord> policies;
  private final RateLimiterStrategy<?> pace;
  private final Trap trap;
  private final List<GalleryRecord> later;

  /**
   * @param policies what the topic holds from the beginning, at least one
   * @param pace how fast the frames are read
   * @param trap sees each frame on its way, and may fail
   */
  ListSources(
      List<RawFrame> frames,
      List<GalleryRecord> gallery,
      List<PolicyRecord> policies,
      RateLimiterStrategy<?> pace,
      Trap trap) {
    this(frames, gallery, policies, pace, trap, List.of());
  }

  /**
   * @param later what comes to the gallery when the {@link Doorkeeper} opens
   */
  ListSources(
      List<RawFrame> frames,
      List<GalleryRecord> gallery,
      List<PolicyRecord> policies,
      RateLimiterStrategy<?> pace,
      Trap trap,
      List<GalleryRecord> later) {
    this.frames = frames;
    this.gallery = gallery;
    this.policies = policies;
    this.pace = pace;
    this.trap = trap;
    this.later = later;
  }

  @Override
  public DataStream<RawFrame> frames(StreamExecutionEnvironment env) {
    TypeInformation<RawFrame> type = TypeInformation.of(RawFrame.class);
    WatermarkStrategy<RawFrame> captureTime =
        WatermarkStrategy.forGenerator(context -> new WatermarkOfEachFrame())
            .withTimestampAssigner((frame, timestamp) -> frame.capturedAtMillis());
    return GatedSource.add(
            env,
            source(frames, type, pace),
            (reader, metrics) -> reader,
            type,
            captureTime,
            "Read frames")
        .uid("read-frames")
        .setParallelism(1)
        .map(trap)
        .returns(type)
        .uid("trap")
        .setParallelism(1);
  }

  /** By the frames and not by the clock; frames of several cameras may have the same time. */
  private static final class WatermarkOfEachFrame implements WatermarkGenerator<RawFrame> {
    @Override
    public void onEvent(RawFrame frame, long timestamp, WatermarkOutput output) {
      output.emitWatermark(new Watermark(timestamp - 1));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }

  @Override
  public DataStream<GalleryRecord> gallery(StreamExecutionEnvironment env) {
    TypeInformation<GalleryRecord> type = TypeInformation.of(GalleryRecord.class);
    DataStream<GalleryRecord> now = endless(env, gallery, type, "gallery");
    DataStream<GalleryRecord> all =
        later.isEmpty()
            ? now
            : now.union(read(env, later, type, new Doorkeeper(), "read-gallery-later"));
    return all.partitionCustom(
        (partition, subtasks) -> partition % subtasks, GalleryRecord::partition);
  }

  @Override
  public DataStream<PolicyRecord> policies(StreamExecutionEnvironment env) {
    return endless(env, policies, TypeInformation.of(PolicyRecord.class), "policies");
  }

  private static <T> DataStream<T> endless(
      StreamExecutionEnvironment env, List<T> records, TypeInformation<T> type, String topic) {
    return read(env, records, type, RateLimiterStrategy.noOp(), "read-" + topic)
        .union(
            read(
                env,
                records,
                type,
                parallelism -> requests -> new CompletableFuture<>(),
                "keep-open-" + topic));
  }

  private static <T> DataStream<T> read(
      StreamExecutionEnvironment env,
      List<T> records,
      TypeInformation<T> type,
      RateLimiterStrategy<?> rate,
      String uid) {
    return env.fromSource(source(records, type, rate), WatermarkStrategy.noWatermarks(), uid)
        .uid(uid)
        .setParallelism(1);
  }

  private static <T> DataGeneratorSource<T> source(
      List<T> elements, TypeInformation<T> type, RateLimiterStrategy<?> rate) {
    return new DataGeneratorSource<>(
        new FromElementsGeneratorFunction<>(type, new ExecutionConfig(), elements),
        elements.size(),
        rate,
        type);
  }

  @Override
  public GalleryEnd galleryEnd() {
    long last = gallery.get(gallery.size() - 1).offset();
    return () -> Map.of(0, last);
  }

  @Override
  public KeptTemplates keptTemplates() {
    return HeldByTopic.since(Duration.ofDays(1));
  }

  @Override
  public KeptPolicies keptPolicies() {
    return new ListedPolicies(policies);
  }
}
