package io.facestream.console.reviews;

import io.facestream.client.reviews.ReviewTopic;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.events.Records;
import io.facestream.wire.Review;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reviews of the console and of the command line, as the topic tells them. */
public final class Reviews {
  private final Jdbi jdbi;
  private final ReviewTopic topic;

  /**
   * @param topic null for none, which takes no reviews
   */
  public Reviews(Jdbi jdbi, ReviewTopic topic) {
    this.jdbi = jdbi;
    this.topic = topic;
  }

  /**
   * What the follower of the topic does with records.
   *
   * @param wanted those that are stored
   */
  public static void store(
      Handle handle, List<ConsumerRecord<byte[], byte[]>> records, Predicate<Review> wanted) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Records.read(record, Review.class, ReviewTable::isComplete)
          .filter(review -> wanted.test(review.value()))
          .ifPresent(review -> ReviewTable.put(handle, review));
    }
  }

  /** Deletes those of some events by the events' keys. */
  public static void deleteOf(Handle handle, List<String> keys) {
    ReviewTable.deleteOf(handle, keys);
  }

  /** Deletes those in which somebody was named, also of events that are not there. */
  public static void deleteOfPerson(Handle handle, String personKey) {
    ReviewTable.deleteOfPerson(handle, personKey);
  }

  /** Deletes some older ones, of events that are not there; how many they were. */
  public static int deleteOlder(Handle handle, Instant before, int most) {
    return ReviewTable.deleteOlder(handle, before, most);
  }

  /** Whether there is a topic to write to. */
  public boolean isOpen() {
    return topic != null;
  }

  /** Whether somebody has reviewed a thing. */
  public boolean isReviewed(String of, String by) {
    return jdbi.withHandle(handle -> ReviewTable.find(handle, of, by)).isPresent();
  }

  /** Those of some events by the events' keys, oldest first. */
  public Map<String, List<Review>> of(List<String> keys) {
    return jdbi.withHandle(handle -> ReviewTable.of(handle, keys));
  }

  /**
   * Writes one to the topic, and then notes it here, where the follower would a moment later.
   *
   * @param audit in the same transaction
   */
  public void add(Caller caller, Review review, Noted audit) {
    topic.createIfMissing(TopicAdmin.REPLICATION_OF_THE_BROKER);
    topic.write(review);
    jdbi.useTransaction(
        handle -> {
          ReviewTable.put(handle, Records.of(review));
          audit.add(
              handle,
              caller.id(),
              "review.add",
              review.of(),
              Map.of("outcome", review.outcome().name()));
        });
  }
}
