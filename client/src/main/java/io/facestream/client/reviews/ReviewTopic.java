package io.facestream.client.reviews;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Json;
import io.facestream.wire.Review;
import io.facestream.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic of reviews.
 *
 * @param connection the broker
 * @param name the topic's name
 */
public record ReviewTopic(KafkaConnection connection, String name) {
  /**
   * Creates it with its settings when it does not exist.
   *
   * @param replication copies of each record, or −1 for the broker's default
   */
  public void createIfMissing(short replication) {
    TopicAdmin.createMissing(connection, replication, List.of(Topics.REVIEWS.named(name)));
  }

  /**
   * Writes a review, and waits until it is stored.
   *
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not write the topic
   */
  public void write(Review review) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            connection.settings(producerSettings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = review.of().getBytes(StandardCharsets.UTF_8);
      TopicAdmin.await(
          producer.send(new ProducerRecord<>(name, key, Json.toBytes(review))),
          "write to topic '" + name + "'",
          connection);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.ofClient(connection, e);
    }
  }

  /**
   * Reads all reviews that the topic holds, those of one thing in order; one that does not exist
   * holds none. What is no review is passed over.
   *
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public void read(Consumer<Review> visitor) {
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(connection, consumerSettings())) {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, name);
      if (partitions.isEmpty()) {
        return;
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      new ReadToEnd(consumer, partitions)
          .read(
              record -> {
                Review review = reviewIn(record);
                if (review != null) {
                  visitor.accept(review);
                }
              });
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.of(connection, "read topic '" + name + "'", e);
    }
  }

  private static Review reviewIn(ConsumerRecord<byte[], byte[]> record) {
    try {
      Review review = record.value() == null ? null : Json.fromBytes(record.value(), Review.class);
      return review == null || review.of() == null || review.at() == null ? null : review;
    } catch (IOException e) {
      return null;
    }
  }

  private static Map<String, Object> producerSettings() {
    return Map.of(
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        BrokerPatience.millis(),
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        2 * BrokerPatience.millis());
  }

  private static Map<String, Object> consumerSettings() {
    return Map.of(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        // Forgotten meanwhile: what is left is read.
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50);
  }
}
