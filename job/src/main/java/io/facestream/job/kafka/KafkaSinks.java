package io.facestream.job.kafka;

import io.facestream.job.DeadLetter;
import io.facestream.job.Sinks;
import io.facestream.job.options.JobOptions;
import io.facestream.job.options.TopicOptions;
import io.facestream.wire.Alert;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Answers to Kafka, at least once: a transaction would be visible only with its checkpoint, and an
 * alert must be seen at once. Ids are deterministic, so that a repeat is recognisable.
 */
public final class KafkaSinks implements Sinks {
  private final TopicOptions topics;

  public KafkaSinks(JobOptions options) {
    this.topics = options.topics();
  }

  @Override
  public void verdicts(DataStream<Verdict> verdicts) {
    verdicts
        .sinkTo(sink(new JsonSerializer<>(topics.verdicts(), Verdict::cameraId)))
        .name("Write verdicts")
        .uid("write-verdicts");
  }

  @Override
  public void alerts(DataStream<Alert> alerts) {
    alerts
        .sinkTo(sink(new JsonSerializer<>(topics.alerts(), Alert::cameraId)))
        .name("Write alerts")
        .uid("write-alerts");
  }

  @Override
  public void frameDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink(new DeadLetterSerializer(topics.framesDlq())))
        .name("Write frame dead letters")
        .uid("write-frame-dead-letters");
  }

  @Override
  public void galleryDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink(new DeadLetterSerializer(topics.galleryDlq())))
        .name("Write gallery dead letters")
        .uid("write-gallery-dead-letters");
  }

  private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> serializer) {
    Properties producer = new Properties();
    producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
    // An alert never waits for company.
    producer.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    return KafkaSink.<T>builder()
        .setBootstrapServers(topics.bootstrapServers())
        .setRecordSerializer(serializer)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer)
        .build();
  }
}
