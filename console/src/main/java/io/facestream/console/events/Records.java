package io.facestream.console.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of topics, as they can be stored. */
public final class Records {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private Records() {}

  /**
   * What a record holds, and the text to store; empty, and named in the log, for what is none of
   * its kind.
   *
   * @param complete whether it has what must be there
   */
  public static <T> Optional<Readable<T>> read(
      ConsumerRecord<byte[], byte[]> record, Class<T> type, Predicate<T> complete) {
    Optional<Readable<T>> found = find(record, type, complete);
    if (found.isEmpty()) {
      LOG.warn(
          "Record {}-{} of {} is no {} and is passed over",
          record.partition(),
          record.offset(),
          record.topic(),
          type.getSimpleName());
    }
    return found;
  }

  /** The same without a word. */
  public static <T> Optional<Readable<T>> find(
      ConsumerRecord<byte[], byte[]> record, Class<T> type, Predicate<T> complete) {
    try {
      T value = record.value() == null ? null : Json.fromBytes(record.value(), type);
      if (value != null && complete.test(value)) {
        return Optional.of(new Readable<>(value, text(value)));
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("Unreadable record", e);
    }
    return Optional.empty();
  }

  /**
   * A record.
   *
   * @param text its JSON
   */
  public record Readable<T>(T value, String text) {}

  /** One of our own. */
  public static <T> Readable<T> of(T value) {
    return new Readable<>(value, text(value));
  }

  /** Whether a database can store a time. */
  public static boolean isTime(Instant at) {
    return at != null && !at.isBefore(EARLIEST) && at.isBefore(LATEST);
  }

  private static String text(Object value) {
    return new String(Json.toBytes(value), UTF_8);
  }

  /** The record of a stored text. */
  public static <T> T parse(String text, Class<T> type) {
    try {
      return Json.fromBytes(text.getBytes(UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes some rows of a table of events.
   *
   * @param condition with its values bound by name
   * @return the keys of those that went
   */
  public static List<String> delete(
      Handle handle, String table, String condition, Map<String, ?> values, int most) {
    Map<Long, String> keys = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT seq, id_key FROM "
                + table
                + " WHERE "
                + condition
                + " LIMIT "
                + most
                + " FOR UPDATE")
        .bindMap(values)
        .map((row, context) -> keys.put(row.getLong("seq"), row.getString("id_key")))
        .list();
    if (!keys.isEmpty()) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE seq IN (<seqs>)")
          .bindList("seqs", List.copyOf(keys.keySet()))
          .execute();
    }
    return List.copyOf(keys.values());
  }

  /**
   * Notes on which watchlists the person of an event is.
   *
   * @param table of the pairs
   */
  public static void setWatchlists(
      Handle handle, String table, long owner, Collection<String> watchlists) {
    handle.createUpdate("DELETE FROM " + table + " WHERE owner = :o").bind("o", owner).execute();
    for (String watchlist : new LinkedHashSet<>(watchlists)) {
      handle
          .createUpdate("INSERT INTO " + table + " (owner, watchlist_key) VALUES (:o, :w)")
          .bind("o", owner)
          .bind("w", EventKeys.of(watchlist))
          .execute();
    }
  }
}
