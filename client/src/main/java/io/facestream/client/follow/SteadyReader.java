package io.facestream.client.follow;

import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics on a thread of its own for as long as the process lives, whatever happens meanwhile:
 * the broker, the topics, or what its reading needs besides may be away at the start and at any
 * time, and are tried again until they are there. Kafka's consumer tells nobody that its broker is
 * away, it only finds nothing; so the broker is asked beside it, which also shows topics that were
 * made anew or have more partitions than before.
 */
public final class SteadyReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyReader.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int SHOWN = 300;

  /** How long after an answer the broker is asked again. */
  private static final Duration LOOK = Duration.ofSeconds(3);

  private final KafkaConnection connection;
  private final Set<String> needed;
  private final Set<String> optional;
  private final String names;
  private final Map<String, Object> settings;
  private final Reading reading;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private volatile Admin admin;
  private volatile State state = State.STARTING;
  private Duration pause = FIRST_PAUSE;

  private enum State {
    STARTING,
    UP,
    AWAY
  }

  /** What is read, and where it goes; on the reader's thread, and of one attempt after another. */
  public interface Reading {
    /**
     * An attempt begins: seeks in each partition. What it throws ends the attempt.
     *
     * @param open has all partitions, and no position in any
     * @param ids which topics of these names they are; those that are there
     */
    void begin(
        KafkaConsumer<byte[], byte[]> open,
        Map<String, String> ids,
        List<TopicPartition> partitions);

    /** Polls once. What it throws ends the attempt. */
    void poll(KafkaConsumer<byte[], byte[]> open);
  }

  private record Topic(String id, int partitions) {}

  private SteadyReader(
      KafkaConnection connection,
      Set<String> needed,
      Set<String> optional,
      Map<String, Object> settings,
      Reading reading) {
    this.connection = connection;
    this.needed = new TreeSet<>(needed);
    this.optional = new TreeSet<>(optional);
    Set<String> all = new TreeSet<>(needed);
    all.addAll(optional);
    this.names = Printable.of(String.join(", ", all));
    this.settings = settings;
    this.reading = reading;
    this.thread = new Thread(this::run, "follow " + names);
  }

  /**
   * Begins, and returns at once.
   *
   * @param needed topics without which nothing is read
   * @param optional topics that are read where they are there
   * @param settings of the consumer, over {@link Consumers#open(KafkaConnection, Map)}
   */
  public static SteadyReader start(
      KafkaConnection connection,
      Set<String> needed,
      Set<String> optional,
      Map<String, Object> settings,
      Reading reading) {
    SteadyReader reader = new SteadyReader(connection, needed, optional, settings, reading);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  /** Whether it reads now, as far as it knows: that a broker is away shows within some seconds. */
  public boolean isUp() {
    return state == State.UP;
  }

  /** Whether the last attempt has failed; not while the first one is under way. */
  public boolean isAway() {
    return state == State.AWAY;
  }

  @Override
  public void close() {
    closing.countDown();
    // No interrupt: it would close the files of an embedded database under everybody's hands.
    Admin asking = admin;
    if (asking != null) {
      asking.close(Duration.ZERO);
    }
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    while (!isClosing()) {
      try {
        attempt();
      } catch (RuntimeException | Error e) {
        // Errors too, such as a moment of too little memory: nobody would miss the thread.
        if (!isClosing()) {
          failed(e);
        }
      }
    }
  }

  private void failed(Throwable failure) {
    if (state != State.AWAY) {
      LOG.warn(
          "{} cannot be read at the moment, and is tried again: {}",
          names,
          Printable.of(String.valueOf(failure.getMessage()), SHOWN));
    }
    LOG.debug("Reading {} failed", names, failure);
    state = State.AWAY;
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private void attempt() {
    try (Admin asking = TopicAdmin.open(connection);
        KafkaConsumer<byte[], byte[]> open = Consumers.open(connection, settings)) {
      admin = asking;
      consumer = open;
      if (isClosing()) {
        return;
      }
      Map<String, Topic> topics = answer(ask(asking));
      begin(open, topics);
      Map<String, KafkaFuture<TopicDescription>> asked = null;
      long next = System.nanoTime() + LOOK.toNanos();
      while (!isClosing()) {
        reading.poll(open);
        if (asked == null && System.nanoTime() > next) {
          asked = ask(asking);
        } else if (asked != null && asked.values().stream().allMatch(KafkaFuture::isDone)) {
          if (!answer(asked).equals(topics)) {
            return;
          }
          asked = null;
          next = System.nanoTime() + LOOK.toNanos();
        }
      }
    } finally {
      admin = null;
      consumer = null;
    }
  }

  private void begin(KafkaConsumer<byte[], byte[]> open, Map<String, Topic> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    Map<String, String> ids = new TreeMap<>();
    topics.forEach(
        (name, topic) -> {
          ids.put(name, topic.id());
          for (int part = 0; part < topic.partitions(); part++) {
            partitions.add(new TopicPartition(name, part));
          }
        });
    open.assign(partitions);
    reading.begin(open, ids, partitions);
    if (state == State.AWAY) {
      LOG.info("{} is read again", names);
    }
    state = State.UP;
    pause = FIRST_PAUSE;
  }

  private Map<String, KafkaFuture<TopicDescription>> ask(Admin asking) {
    List<String> names = new ArrayList<>(needed);
    names.addAll(optional);
    return asking.describeTopics(names).topicNameValues();
  }

  private Map<String, Topic> answer(Map<String, KafkaFuture<TopicDescription>> asked) {
    Map<String, Topic> topics = new TreeMap<>();
    asked.forEach(
        (name, coming) -> {
          try {
            TopicDescription found =
                TopicAdmin.await(coming, "describe topic '" + name + "'", connection);
            topics.put(name, new Topic(found.topicId().toString(), found.partitions().size()));
          } catch (RequestFailedException e) {
            if (needed.contains(name)
                || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
              throw e;
            }
          }
        });
    return topics;
  }
}
