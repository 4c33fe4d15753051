package io.facestream.console.alerts;

import io.facestream.console.events.EventFilter;
import io.facestream.console.events.EventKeys;
import io.facestream.console.events.EventPlace;
import io.facestream.console.events.EventQuery;
import io.facestream.console.events.Records;
import io.facestream.console.events.Stored;
import io.facestream.console.store.UtcInstants;
import io.facestream.wire.Alert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code alerts}: each alert once, at the place of its first record. */
final class AlertTable {
  private static final String COLUMNS =
      "SELECT e.seq, e.began, e.id_key, e.part, e.position, e.content FROM alerts e";

  private AlertTable() {}

  /** Whether there is all that the table needs. */
  static boolean isComplete(Alert alert) {
    return alert.alertId() != null
        && alert.cameraId() != null
        && alert.match() != null
        && alert.match().personId() != null
        && alert.frame() != null
        && Records.isTime(alert.frame().capturedAt());
  }

  /** Adds one that is not there yet; whether it was. */
  static boolean add(
      Handle handle, String topicId, int part, long offset, Records.Readable<Alert> alert) {
    String key = EventKeys.of(alert.value().alertId());
    int there =
        handle
            .createQuery("SELECT COUNT(*) FROM alerts WHERE id_key = :key")
            .bind("key", key)
            .mapTo(int.class)
            .one();
    if (there > 0) {
      return false;
    }
    long seq =
        handle
            .createUpdate(
                "INSERT INTO alerts (id_key, topic_id, part, position, person_key, camera_key,"
                    + " began, content) VALUES (:key, :topic, :part, :position, :person, :camera,"
                    + " :began, :content)")
            .bind("key", key)
            .bind("topic", topicId)
            .bind("part", part)
            .bind("position", offset)
            .bind("person", EventKeys.of(alert.value().match().personId()))
            .bind("camera", EventKeys.of(alert.value().cameraId()))
            .bind("began", alert.value().frame().capturedAt())
            .bind("content", alert.text())
            .executeAndReturnGeneratedKeys("seq")
            .mapTo(long.class)
            .one();
    Records.setWatchlists(handle, "alert_watchlists", seq, alert.value().match().watchlists());
    return true;
  }

  /** Deletes some that began before a time; their keys. */
  static List<String> deleteOlder(Handle handle, Instant before, int most) {
    return Records.delete(handle, "alerts", "began < :before", Map.of("before", before), most);
  }

  /**
   * @param after null for the newest
   */
  static List<StoredAlert> list(Handle handle, EventFilter filter, EventPlace after, int most) {
    EventQuery query = EventQuery.ofAlerts(filter);
    if (after != null) {
      query.after(after);
    }
    return query
        .on(handle, COLUMNS, "ORDER BY e.began DESC, e.seq DESC LIMIT " + most)
        .map(AlertTable::stored)
        .list();
  }

  static Optional<StoredAlert> find(Handle handle, EventFilter filter, String key) {
    return EventQuery.ofAlerts(filter)
        .and("e.id_key = :key", "key", key)
        .on(handle, COLUMNS, "")
        .map(AlertTable::stored)
        .findOne();
  }

  /** Those of a partition, from an offset on, in order. */
  static List<StoredAlert> from(
      Handle handle, EventFilter filter, String topicId, int part, long offset, int most) {
    return EventQuery.ofAlerts(filter)
        .and("e.topic_id = :topic", "topic", topicId)
        .and("e.part = :part", "part", part)
        .and("e.position >= :position", "position", offset)
        .on(handle, COLUMNS, "ORDER BY e.position LIMIT " + most)
        .map(AlertTable::stored)
        .list();
  }

  private static StoredAlert stored(ResultSet row, StatementContext context) throws SQLException {
    Instant began = UtcInstants.of(row, "began");
    return new StoredAlert(
        new Stored<>(
            new EventPlace(began, row.getLong("seq")),
            row.getString("id_key"),
            Records.parse(row.getString("content"), Alert.class)),
        row.getInt("part"),
        row.getLong("position"));
  }
}
