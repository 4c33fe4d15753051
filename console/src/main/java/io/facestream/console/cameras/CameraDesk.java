package io.facestream.console.cameras;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.cameras.StoredCamera;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.CameraSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where cameras are read, as their topic has it. Whoever changes one has seen what the topic held
 * then, so a change reads it anew; lists take it as it was some seconds ago, since they must not
 * wait for the broker. The console opens none of the addresses.
 */
public final class CameraDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraDesk.class);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final String ONLY = "cameras";

  private final CameraTopic topic;
  private final ExecutorService reader;
  private final LoadingCache<String, Map<String, StoredCamera>> standing;

  /**
   * @param topic null for none
   */
  public CameraDesk(CameraTopic topic) {
    this.topic = topic;
    reader =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "read-cameras");
              thread.setDaemon(true);
              return thread;
            });
    standing = Caffeine.newBuilder().refreshAfterWrite(FRESH).executor(reader).build(key -> read());
    standing.put(ONLY, Map.of());
    if (topic != null) {
      standing.refresh(ONLY);
    }
  }

  /** What was there has been changed since it was looked at. */
  public static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("Somebody has changed it meanwhile", null, false, false);
    }
  }

  private Map<String, StoredCamera> read() {
    if (topic != null) {
      try {
        return topic.read();
      } catch (RuntimeException e) {
        LOG.debug("Cameras cannot be read at the moment", e);
      }
    }
    return standing.getIfPresent(ONLY);
  }

  /** Whether there is a topic. */
  public boolean isOpen() {
    return topic != null;
  }

  /** By their names, as they were some seconds ago. */
  public Map<String, StoredCamera> standing() {
    return standing.get(ONLY);
  }

  /**
   * By their names, as the topic has them now.
   *
   * @throws io.facestream.wire.FacestreamException when the broker does not answer or refuses
   */
  public Map<String, StoredCamera> all() {
    Map<String, StoredCamera> all = topic.read();
    standing.put(ONLY, all);
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
    reader.shutdownNow();
  }
}
