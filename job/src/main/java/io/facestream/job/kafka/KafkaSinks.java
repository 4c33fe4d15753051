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
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Answers to Kafka. By default at least once, because a transaction is visible only with its
 * checkpoint and an alert must be seen at once; ids are deterministic, so that a repeat is
 * recognisable. Exactly once on request.
 */
public final class KafkaSinks implements Sinks {
  private final TopicOptions topics;
  private final Delivery delivery;

  public KafkaSinks(JobOptions options) {
    this.topics = options.topics();
    this.delivery = options.delivery();
  }

  @Override
  public void verdicts(DataStream<Verdict> verdicts) {
    verdicts
        .sinkTo(sink("verdicts", new JsonSerializer<>(topics.verdicts(), Verdict::cameraId)))
        .name("Write verdicts")
        .uid("write-verdicts");
  }

  @Override
  public void alerts(DataStream<Alert> alerts) {
    alerts
        .sinkTo(sink("alerts", new JsonSerializer<>(topics.alerts(), Alert::cameraId)))
        .name("Write alerts")
        .uid("write-alerts");
  }

  @Override
  public void frameDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink("frame-dead-letters", new DeadLetterSerializer(topics.framesDlq())))
        .name("Write frame dead letters")
        .uid("write-frame-dead-letters");
  }

  @Override
  public void galleryDeadLetters(DataStream<DeadLetter> letters) {
    letters
        .sinkTo(sink("gallery-dead-letters", new DeadLetterSerializer(topics.galleryDlq())))
        .name("Write gallery dead letters")
        .uid("write-gallery-dead-letters");
  }

  private <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> serializer) {
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(topics.bootstrapServers())
            .setRecordSerializer(serializer)
            .setKafkaProducerConfig(producerSettings());
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

  private Properties producerSettings() {
    Properties producer = new Properties();
    producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
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
