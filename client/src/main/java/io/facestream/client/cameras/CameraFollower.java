package io.facestream.client.cameras;

import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.client.follow.SteadyReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows the topic of cameras on a thread of its own, until it is closed. While the broker is away
 * what was last read holds; when it is back, the topic is read from its first record again.
 */
public final class CameraFollower implements AutoCloseable {
  /** What is told of the topic, on the follower's thread. */
  public interface Listener {
    /**
     * The cameras as they are now: first all that the topic holds, and again after each change.
     *
     * @param byName in the order of their names
     */
    void changed(Map<String, StoredCamera> byName);

    /**
     * A record that is no camera, and changes nothing.
     *
     * @param what it is and why, without any address
     */
    void refused(String what);
  }

  private final SteadyReader reader;

  private CameraFollower(SteadyReader reader) {
    this.reader = reader;
  }

  /** Starts to read. */
  public static CameraFollower start(CameraTopic topic, Listener listener) {
    return new CameraFollower(
        SteadyReader.start(
            topic.connection(),
            Set.of(topic.name()),
            Set.of(),
            Map.of(),
            new CamerasNow(listener)));
  }

  @Override
  public void close() {
    reader.close();
  }

  /** The cameras of one attempt after another, each from the topic's first record. */
  private static final class CamerasNow implements SteadyReader.Reading {
    private final Listener listener;
    private CameraView view;

    CamerasNow(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void begin(
        KafkaConsumer<byte[], byte[]> open,
        Map<String, String> ids,
        List<TopicPartition> partitions) {
      view = new CameraView(listener::refused);
      open.seekToBeginning(partitions);
      // At once, lest a camera that was changed ten times be started ten times.
      new ReadToEnd(open, partitions).read(view::take);
      listener.changed(view.byName());
    }

    @Override
    public void poll(KafkaConsumer<byte[], byte[]> open) {
      ConsumerRecords<byte[], byte[]> records = open.poll(Consumers.POLL);
      records.forEach(view::take);
      if (!records.isEmpty()) {
        listener.changed(view.byName());
      }
    }
  }
}
