package io.facestream.console.cameras;

import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.cameras.StoredCamera;
import io.facestream.client.follow.SteadyReader;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.CameraSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where cameras are read, as their topic has it. Whoever changes one has seen what the topic held
 * then, so a change reads it anew; lists take it as the topic had it a moment ago, since they must
 * not wait for the broker. The console opens none of the addresses.
 */
public final class CameraDesk implements AutoCloseable {
  private final CameraTopic topic;
  private final SteadyReader reader;
  private volatile Map<String, StoredCamera> now = Map.of();

  /**
   * @param topic null for none
   */
  public CameraDesk(CameraTopic topic) {
    this.topic = topic;
    // Who reads the cameras tells of records that are none.
    reader = topic == null ? null : topic.follow(all -> now = all, refused -> {});
  }

  /** What was there has been changed since it was looked at. */
  public static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("Somebody has changed it meanwhile", null, false, false);
    }
  }

  /** Whether there is a topic. */
  public boolean isOpen() {
    return topic != null;
  }

  /** By their names, as they were a moment ago. */
  public Map<String, StoredCamera> standing() {
    return now;
  }

  /**
   * By their names, as the topic has them now.
   *
   * @throws io.facestream.wire.FacestreamException when the broker does not answer or refuses
   */
  public Map<String, StoredCamera> all() {
    Map<String, StoredCamera> all = topic.read();
    now = all;
    return all;
  }

  /**
   * Lays down where a camera is read, or takes it away.
   *
   * @param wanted of what is there now, empty for nothing; null takes it away
   * @param expected of the same: whether that is what was looked at
   * @return what is there now; empty when it was taken away
   * @throws Changed when it is not
   * @throws io.facestream.wire.FacestreamException when the broker does not answer or refuses
   */
  public synchronized Optional<StoredCamera> change(
      String camera,
      Function<Optional<StoredCamera>, CameraSource> wanted,
      Predicate<Optional<StoredCamera>> expected) {
    Optional<StoredCamera> before = Optional.ofNullable(all().get(camera));
    if (!expected.test(before)) {
      throw new Changed();
    }
    CameraSource source = wanted.apply(before);
    topic.createIfMissing(TopicAdmin.REPLICATION_OF_THE_BROKER);
    topic.write(camera, source);
    Optional<StoredCamera> now = Optional.ofNullable(all().get(camera));
    if (!now.map(StoredCamera::source).equals(Optional.ofNullable(source))) {
      throw new Changed();
    }
    return now;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
