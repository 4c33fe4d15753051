package io.facestream.job.kafka;

import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.io.Sinks;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.options.Delivery;
import io.facestream.job.options.JobOptions;
import io.facestream.job.options.TopicOptions;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.sightings.ReduceSighting;
import io.facestream.job.verdict.ReduceAlert;
import io.facestream.job.verdict.ReduceAnalysis;
import io.facestream.job.verdict.ReduceVerdict;
import io.facestream.wire.Alert;
import io.facestream.wire.Analysis;
import io.facestream.wire.CameraIds;
import io.facestream.wire.Ids;
import io.facestream.wire.Sighting;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Answers to Kafka. By default at least once, because a transaction is visible only with its
 * checkpoint and an alert must be seen at once; ids are deterministic, so that a repeat is
 * recognisable. Exactly once on request.
 *
 * <p>What a broker refuses for good fails the job, after each restart again, so nothing of the kind
 * is sent: answers and dead letters are made to fit what their topic takes, no record sets a time
 * stamp of its own, and none lacks what its topic asks for. What is left (a broker away, a topic or
 * a right missing) heals, and is retried by restarting.
 */
public final class KafkaSinks implements Sinks {
  private final TopicOptions topics;
  private final Delivery delivery;

  public KafkaSinks(JobOptions options) {
    this.topics = options.topics();
    this.delivery = options.delivery();
  }

  @Override
  public DataStream<DeadLetter> verdicts(DataStream<Verdict> verdicts) {
    SingleOutputStreamOperator<Answer> fitting =
        verdicts
            .process(
                new FitAnswers<>(
                    new FitAnswers.Kind<>(
                        topics.connection(),
                        topics.verdicts(),
                        topics.frames(),
                        verdict -> CameraIds.keyOf(verdict.cameraId()),
                        Verdict::cameraId,
                        Verdict::frame,
                        new ReduceVerdict(),
                        JobMetric.VERDICTS_REDUCED,
                        JobMetric.VERDICTS_REFUSED)),
                TypeInformation.of(Answer.class))
            .name("Fit verdicts")
            .uid("fit-verdicts");
    fitting
        .sinkTo(sink("verdicts", new AnswerSerializer(topics.verdicts())))
        .name("Write verdicts")
        .uid("write-verdicts");
    return fitting.getSideOutput(DeadLetters.OF_FRAMES);
  }

  @Override
  public DataStream<DeadLetter> alerts(DataStream<Alert> alerts) {
    SingleOutputStreamOperator<Answer> fitting =
        alerts
            .process(
                new FitAnswers<>(
                    new FitAnswers.Kind<>(
                        topics.connection(),
                        topics.alerts(),
                        topics.frames(),
                        alert -> CameraIds.keyOf(alert.cameraId()),
                        Alert::cameraId,
                        Alert::frame,
                        new ReduceAlert(),
                        JobMetric.ALERTS_REDUCED,
                        JobMetric.ALERTS_REFUSED)),
                TypeInformation.of(Answer.class))
            .name("Fit alerts")
            .uid("fit-alerts");
    fitting
        .sinkTo(sink("alerts", new AnswerSerializer(topics.alerts())))
        .name("Write alerts")
        .uid("write-alerts");
    return fitting.getSideOutput(DeadLetters.OF_FRAMES);
  }

  @Override
  public DataStream<DeadLetter> sightings(DataStream<Sighting> sightings) {
    SingleOutputStreamOperator<Answer> fitting =
        sightings
            .process(
                new FitAnswers<>(
                    new FitAnswers.Kind<>(
                        topics.connection(),
                        topics.sightings(),
                        topics.frames(),
                        visit -> Ids.sightingKey(visit.cameraId(), visit.person().personId()),
                        Sighting::cameraId,
                        visit -> visit.best().frame(),
                        new ReduceSighting(),
                        JobMetric.SIGHTINGS_REDUCED,
                        JobMetric.SIGHTINGS_REFUSED)),
                TypeInformation.of(Answer.class))
            .name("Fit sightings")
            .uid("fit-sightings");
    fitting
        .sinkTo(sink("sightings", new AnswerSerializer(topics.sightings())))
        .name("Write sightings")
        .uid("write-sightings");
    return fitting.getSideOutput(DeadLetters.OF_FRAMES);
  }

  @Override
  public DataStream<DeadLetter> analyses(DataStream<Analysis> analyses) {
    SingleOutputStreamOperator<Answer> fitting =
        analyses
            .process(
                new FitAnswers<>(
                    new FitAnswers.Kind<>(
                        topics.connection(),
                        topics.analyses(),
                        topics.frames(),
                        analysis -> analysis.frameId().getBytes(StandardCharsets.UTF_8),
                        Analysis::cameraId,
                        Analysis::frame,
                        new ReduceAnalysis(),
                        JobMetric.ANALYSES_REDUCED,
                        JobMetric.ANALYSES_REFUSED)),
                TypeInformation.of(Answer.class))
            .name("Fit analyses")
            .uid("fit-analyses");
    fitting
        .sinkTo(sink("analyses", new AnswerSerializer(topics.analyses())))
        .name("Write analyses")
        .uid("write-analyses");
    return fitting.getSideOutput(DeadLetters.OF_FRAMES);
  }

  @Override
  public void frameDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink("frame-dead-letters", letters(topics.framesDlq())))
        .name("Write frame dead letters")
        .uid("write-frame-dead-letters");
  }

  @Override
  public void galleryDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink("gallery-dead-letters", letters(topics.galleryDlq())))
        .name("Write gallery dead letters")
        .uid("write-gallery-dead-letters");
  }

  @Override
  public void policyDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink("policy-dead-letters", letters(topics.policiesDlq())))
        .name("Write policy dead letters")
        .uid("write-policy-dead-letters")
        .setParallelism(1);
  }

  @Override
  public void galleryRepairs(DataStream<GalleryRepair> repairs) {
    repairs
        .sinkTo(new GalleryRepairSink(topics.connection(), topics.gallery()))
        .name("Write gallery repairs")
        .uid("write-gallery-repairs")
        // A few records in a lifetime; and a slice must not wait for the broker to take them.
        .setParallelism(1);
  }

  private DeadLetterSerializer letters(String topic) {
    return new DeadLetterSerializer(topics.connection(), topic);
  }

  private <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> serializer) {
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(topics.connection().settings(producerSettings()))
            .setRecordSerializer(serializer);
    if (delivery.exactlyOnce()) {
      sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
          // Each sink takes what begins with its prefix for its own.
          .setTransactionalIdPrefix(delivery.transactionPrefix() + "-" + name)
          // Ids are used again, and what a dead attempt left open is found by listing.
          .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
    } else {
      sink.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
    }
    return sink.build();
  }

  private Map<String, String> producerSettings() {
    Map<String, String> producer = new HashMap<>();
    producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
    // One record under way and one that waits: by Kafka's 32 MiB in each of the sinks, a burst of
    // large dead letters would fill the heap. A sink that is full holds the job up until it is not.
    producer.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(2 * Topics.MAX_RECORD_BYTES));
    // An alert never waits for company.
    producer.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    if (delivery.exactlyOnce()) {
      // The sink's own default of an hour is more than brokers allow.
      producer.put(
          ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
          Integer.toString((int) delivery.transactionTimeout().toMillis()));
    }
    return producer;
  }
}
