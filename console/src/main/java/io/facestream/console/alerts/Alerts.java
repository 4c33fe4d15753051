package io.facestream.console.alerts;

import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventKeys;
import io.facestream.console.events.EventPlace;
import io.facestream.console.events.Records;
import io.facestream.console.events.Stored;
import io.facestream.wire.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Alerts, as the topic tells them, each once. */
public final class Alerts {
  private final Jdbi jdbi;

  public Alerts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What the follower of the topic does with records.
   *
   * @param wanted those that are stored
   * @param added told of each that was not there yet, in the same transaction
   */
  public static void store(
      Handle handle,
      String topicId,
      List<ConsumerRecord<byte[], byte[]>> records,
      Predicate<Alert> wanted,
      BiConsumer<Handle, StoredAlert> added) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Records.read(record, Alert.class, AlertTable::isComplete)
          .filter(alert -> wanted.test(alert.value()))
          .filter(
              alert -> AlertTable.add(handle, topicId, record.partition(), record.offset(), alert))
          .flatMap(alert -> raised(record))
          .ifPresent(alert -> added.accept(handle, alert));
    }
  }

  /** Deletes some that were raised before a time; their keys. */
  public static List<String> deleteOlder(Handle handle, Instant before, int most) {
    return AlertTable.deleteOlder(handle, before, most);
  }

  /** A record as {@link #list} would show it; empty when it is none. */
  public static Optional<StoredAlert> raised(ConsumerRecord<byte[], byte[]> record) {
    return Records.find(record, Alert.class, AlertTable::isComplete)
        .map(Records.Readable::value)
        .map(
            alert ->
                new StoredAlert(
                    new Stored<>(
                        new EventPlace(alert.frame().capturedAt(), 0),
                        EventKeys.of(alert.alertId()),
                        alert),
                    record.partition(),
                    record.offset()));
  }

  /**
   * Some alerts, newest first; one more than asked for, where there are more.
   *
   * @param after null for the newest
   */
  public List<StoredAlert> list(EventFilter filter, EventPlace after, int limit) {
    return jdbi.withHandle(handle -> AlertTable.list(handle, filter, after, limit + 1));
  }

  /**
   * One of them.
   *
   * @param id its id or key
   */
  public Optional<StoredAlert> find(EventFilter filter, String id) {
    return jdbi.withHandle(handle -> AlertTable.find(handle, filter, EventKeys.named(id)));
  }

  /**
   * What follows a position in one partition, in order. They are stored in that order, so that none
   * can come in between later.
   */
  List<StoredAlert> from(EventFilter filter, String topicId, int part, long offset, int most) {
    return jdbi.withHandle(handle -> AlertTable.from(handle, filter, topicId, part, offset, most));
  }
}
