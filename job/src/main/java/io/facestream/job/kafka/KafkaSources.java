package io.facestream.job.kafka;

import io.facestream.job.frames.EndOfTime;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryEnd;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.gate.GatedSource;
import io.facestream.job.io.Sources;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.options.JobOptions;
import io.facestream.job.options.TopicOptions;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Frames, gallery and policies from Kafka. */
public final class KafkaSources implements Sources {
  /** Cameras' clocks and networks differ by less than this. */
  private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(2);

  /** A camera that has been silent for this long holds nobody up. */
  private static final Duration IDLENESS = Duration.ofSeconds(5);

  /**
   * How soon a partition added to a topic is found. The connector's five minutes are longer than an
   * alert is good for.
   */
  static final Duration DISCOVERY = Duration.ofSeconds(10);

  private static final ConfigOption<Long> DISCOVERY_INTERVAL =
      KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS;
  private static final String DISCOVERY_MILLIS = Long.toString(DISCOVERY.toMillis());

  /**
   * Some of these are under way or wait in each reader: by Kafka's 50 MiB, a burst of large records
   * would fill the heap.
   */
  private static final String LARGEST_FETCH = Integer.toString(Topics.MAX_RECORD_BYTES);

  private final TopicOptions topics;

  public KafkaSources(JobOptions options) {
    this.topics = options.topics();
  }

  @Override
  public DataStream<RawFrame> frames(StreamExecutionEnvironment env) {
    KafkaSource<RawFrame> source =
        KafkaSource.<RawFrame>builder()
            .setProperties(topics.connection().settings(Map.of()))
            .setTopics(topics.frames())
            .setGroupId(topics.groupId())
            .setClientIdPrefix(topics.groupId() + "-frames")
            .setStartingOffsets(new FramesStart(topics.framesFrom()))
            .setDeserializer(new FrameDeserializer())
            .setProperty(DISCOVERY_INTERVAL.key(), DISCOVERY_MILLIS)
            // A frame may be 8 MiB, and one must always fit.
            .setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LARGEST_FETCH)
            .setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LARGEST_FETCH)
            .build();
    WatermarkStrategy<RawFrame> captureTime =
        WatermarkStrategy.<RawFrame>forBoundedOutOfOrderness(OUT_OF_ORDERNESS)
            .withTimestampAssigner((frame, timestamp) -> frame.capturedAtMillis())
            .withIdleness(IDLENESS);
    return GatedSource.add(
            env, source, aroundReaders(), source.getProducedType(), captureTime, "Read frames")
        .uid("read-frames")
        .transform("End of time", source.getProducedType(), new EndOfTime<>())
        .uid("end-of-time");
  }

  private GatedSource.Around<RawFrame, KafkaPartitionSplit> aroundReaders() {
    FirstKept firstKept = new KafkaFirstKept(topics.connection(), topics.frames());
    String topic = topics.frames();
    return (reader, metrics) ->
        new LostFramesReader(
            reader, new LostFrames(topic, firstKept, JobMetric.FRAMES_LOST.counter(metrics)));
  }

  @Override
  public DataStream<GalleryRecord> gallery(StreamExecutionEnvironment env) {
    KafkaSource<GalleryRecord> source =
        KafkaSource.<GalleryRecord>builder()
            .setProperties(topics.connection().settings(Map.of()))
            .setTopics(topics.gallery())
            .setGroupId(topics.groupId())
            .setClientIdPrefix(topics.groupId() + "-gallery")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new GalleryDeserializer())
            .setProperty(DISCOVERY_INTERVAL.key(), DISCOVERY_MILLIS)
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LARGEST_FETCH)
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read gallery")
        .uid("read-gallery");
  }

  @Override
  public GalleryEnd galleryEnd() {
    return new KafkaGalleryEnd(topics.connection(), topics.gallery());
  }

  @Override
  public KeptTemplates keptTemplates() {
    return new KafkaKeptTemplates(topics.connection(), topics.gallery());
  }

  @Override
  public DataStream<PolicyRecord> policies(StreamExecutionEnvironment env) {
    KafkaSource<PolicyRecord> source =
        KafkaSource.<PolicyRecord>builder()
            .setProperties(topics.connection().settings(Map.of()))
            .setTopics(topics.policies())
            .setGroupId(topics.groupId())
            .setClientIdPrefix(topics.groupId() + "-policies")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new PolicyDeserializer())
            .setProperty(DISCOVERY_INTERVAL.key(), DISCOVERY_MILLIS)
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LARGEST_FETCH)
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read policies")
        .uid("read-policies")
        // A few records in a lifetime, of one partition.
        .setParallelism(1);
  }

  @Override
  public KeptPolicies keptPolicies() {
    return new KafkaKeptPolicies(topics.connection(), topics.policies());
  }
}
