package io.facestream.console.alerts;

import io.facestream.client.KafkaConnection;
import io.facestream.console.events.EventFilter;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.follow.StoredFollower.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;

/**
 * Alerts as they come. A reader asks the database from his own position on, whenever something was
 * stored: nothing waits for him on the heap, however slow he is, and his position is all that is
 * needed to go on after a break, also at another console.
 */
public final class LiveAlerts implements AutoCloseable {
  private static final int MOST_AT_ONCE = 100;

  private final Jdbi jdbi;
  private final Alerts alerts;
  private StoredFollower follower;
  private final Object lock = new Object();
  private long changes;
  private boolean closed;

  /** Of no topic yet. */
  public LiveAlerts(Jdbi jdbi) {
    this.jdbi = jdbi;
    alerts = new Alerts(jdbi);
  }

  /**
   * Follows the topic, once.
   *
   * @param store what is done with records
   * @param live told of records that come from now on
   */
  public void follow(
      KafkaConnection connection,
      String topic,
      StoredFollower.Store store,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> live) {
    follower =
        StoredFollower.start(
            connection,
            topic,
            jdbi,
            store,
            records -> {
              changed();
              live.accept(records);
            });
  }

  /** Takes alerts. */
  @FunctionalInterface
  public interface Taker<E extends Exception> {
    /**
     * @param after the position behind it
     */
    void take(StoredAlert alert, AlertPosition after) throws E;
  }

  /**
   * A reader of what comes from now on.
   *
   * @return empty while the topic was not found yet
   */
  public Optional<Reader> fromNow(EventFilter filter) {
    return now().map(now -> new Reader(filter, new AlertPosition(now.topicId(), now.next())));
  }

  /**
   * A reader that goes on. Where the topic was made anew meanwhile, it reads that one whole.
   *
   * @return empty while the topic was not found yet
   */
  public Optional<Reader> from(EventFilter filter, AlertPosition position) {
    return now().map(now -> new Reader(filter, position));
  }

  private Optional<Place> now() {
    return Optional.ofNullable(follower).map(StoredFollower::now);
  }

  private void changed() {
    synchronized (lock) {
      changes++;
      lock.notifyAll();
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    if (follower != null) {
      follower.close();
    }
  }

  /** One that reads. Thread-confined. */
  public final class Reader {
    private final EventFilter filter;
    private AlertPosition position;
    private long seen = -1;

    private Reader(EventFilter filter, AlertPosition position) {
      this.filter = filter;
      this.position = position;
    }

    /** The position behind all that was read. */
    public AlertPosition position() {
      return position;
    }

    /**
     * Hands over what there is, or waits until there is something.
     *
     * @return false when the console ends
     */
    public <E extends Exception> boolean read(Duration patience, Taker<E> taker)
        throws E, InterruptedException {
      synchronized (lock) {
        if (!closed && seen == changes) {
          lock.wait(patience.toMillis());
        }
        if (closed) {
          return false;
        }
        seen = changes;
      }
      Place now = follower.now();
      if (!now.topicId().equals(position.topicId())) {
        position = new AlertPosition(now.topicId(), Map.of());
      }
      Map<Integer, Long> parts = new TreeMap<>(now.next());
      for (Integer part : parts.keySet()) {
        readPart(part, taker);
      }
      return true;
    }

    private <E extends Exception> void readPart(int part, Taker<E> taker) throws E {
      while (true) {
        long next = position.next().getOrDefault(part, 0L);
        var found = alerts.from(filter, position.topicId(), part, next, MOST_AT_ONCE);
        for (StoredAlert alert : found) {
          AlertPosition after = position.past(part, alert.offset());
          taker.take(alert, after);
          position = after;
        }
        if (found.size() < MOST_AT_ONCE) {
          return;
        }
      }
    }
  }
}
