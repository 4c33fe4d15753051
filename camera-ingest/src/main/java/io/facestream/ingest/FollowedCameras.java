package io.facestream.ingest;

import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.cameras.StoredCamera;
import io.facestream.client.follow.SteadyReader;
import io.facestream.client.frames.FrameWriter;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.sending.CameraRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras of a topic: started, changed and stopped as their records come, each by itself. What
 * is wrong with one is said, and holds up no other.
 */
final class FollowedCameras implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedCameras.class);

  /** A camera at work, and how it was started: a record that says the same changes nothing. */
  private record Running(Camera camera, CameraRunner runner) {}

  private final FrameWriter writer;
  private final Set<String> given;
  private final Set<String> passedOver = new HashSet<>();
  private final Map<String, Running> running = new ConcurrentSkipListMap<>();
  private final LongAdder refused = new LongAdder();
  private SteadyReader follower;

  /**
   * @param given ids of cameras that are read anyway; a record of the same name changes nothing
   */
  FollowedCameras(FrameWriter writer, Set<String> given) {
    this.writer = writer;
    this.given = given;
  }

  void follow(CameraTopic topic) {
    follower = topic.follow(this::changed, this::refused);
  }

  /** Those that are read now, by their names. */
  List<CameraRunner> runners() {
    return running.values().stream().map(Running::runner).toList();
  }

  /** Records that changed nothing, since they are no cameras or of one that is given. */
  long refusedRecords() {
    return refused.sum();
  }

  private void changed(Map<String, StoredCamera> byName) {
    for (String name : List.copyOf(running.keySet())) {
      StoredCamera stored = byName.get(name);
      if (stored == null || !stored.source().runs()) {
        stop(name);
        LOG.info("camera {}: {}", name, stored == null ? "taken away" : "stopped");
      }
    }
    passedOver.retainAll(byName.keySet());
    byName.forEach(
        (name, stored) -> {
          if (given.contains(name)) {
            passOver(name);
          } else if (stored.source().runs()) {
            start(name, stored);
          }
        });
  }

  private void refused(String what) {
    refused.increment();
    LOG.warn("Passed over {}", what);
  }

  private void passOver(String name) {
    if (passedOver.add(name)) {
      refused.increment();
      LOG.warn(
          "camera {}: is given at the start, and what the topic of cameras says of it changes"
              + " nothing. Give one of them another name",
          name);
    }
  }

  private void start(String name, StoredCamera stored) {
    try {
      Camera camera = Camera.of(name, stored.source());
      Running now = running.get(name);
      if (now != null && now.camera().equals(camera)) {
        return;
      }
      stop(name);
      CameraRunner runner = new CameraRunner(camera);
      runner.open();
      // By its name, so that it has the same partition after a change and after a new start.
      runner.start(writer, name.hashCode() & Integer.MAX_VALUE);
      running.put(name, new Running(camera, runner));
      LOG.info("camera {}, {}", camera, now == null ? "started" : "changed");
    } catch (RuntimeException e) {
      refused("camera " + name + ": " + e.getMessage() + ".");
    }
  }

  /** Beside the follower: a source may take its time to end. */
  private void stop(String name) {
    Running stopped = running.remove(name);
    if (stopped != null) {
      Thread ending = new Thread(stopped.runner()::close, "stop-" + name);
      ending.setDaemon(true);
      ending.start();
    }
  }

  @Override
  public void close() {
    if (follower != null) {
      follower.close();
    }
    runners().forEach(CameraRunner::close);
  }
}
