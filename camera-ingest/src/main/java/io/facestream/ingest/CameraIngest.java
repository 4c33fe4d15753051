package io.facestream.ingest;

import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.frames.FrameWriter;
import io.facestream.client.topics.AccessCheck;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.IngestException;
import io.facestream.ingest.metrics.CameraCounters;
import io.facestream.ingest.metrics.MetricsLog;
import io.facestream.ingest.sending.CameraRunner;
import io.facestream.wire.TopicSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Runs cameras into the frames topic.
 *
 * <pre>{@code
 * try (CameraIngest ingest =
 *     new CameraIngest(List.of(Camera.of("lobby", "lobby.mp4")), IngestOptions.to(connection))) {
 *   ingest.start();
 *   ingest.awaitEnd();
 *   System.out.println(ingest.framesPublished("lobby"));
 * }
 * }</pre>
 *
 * <p>The camera at place i of the list writes to partition i mod n of the topic; one of the topic
 * of cameras to a partition of its name.
 */
public final class CameraIngest implements AutoCloseable {
  private final IngestOptions options;
  private final Map<String, CameraRunner> runners = new LinkedHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private FrameWriter writer;
  private volatile FollowedCameras followed;
  private MetricsLog metrics;

  /**
   * Checks the list; starts nothing.
   *
   * @throws IllegalArgumentException when two cameras share an id, or the list is empty and no
   *     topic is followed
   */
  public CameraIngest(List<Camera> cameras, IngestOptions options) {
    this.options = options;
    if (cameras.isEmpty() && options.cameras() == null) {
      throw new IllegalArgumentException("There is no camera. Name at least one.");
    }
    Set<String> ids = new HashSet<>();
    for (Camera camera : cameras) {
      if (!ids.add(camera.id())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "Two cameras are called '%s'. Give each its own id.", camera.id()));
      }
      runners.put(camera.id(), new CameraRunner(camera));
    }
  }

  /**
   * Opens files, folders and scenes, connects to Kafka, creates topics that are missing, and
   * starts. Cameras on the network connect in their own time.
   *
   * @throws IngestException when a source with an end cannot be opened
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when the broker does not let this user in,
   *     not write to the topic of frames, or not read that of cameras
   */
  public void start() {
    try {
      runners.values().forEach(CameraRunner::open);
      writer = openTopic(options);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    int slot = 0;
    for (CameraRunner runner : runners.values()) {
      runner.start(writer, slot++);
    }
    if (options.cameras() != null) {
      followed = new FollowedCameras(writer, runners.keySet());
      followed.follow(new CameraTopic(options.connection(), options.cameras().name()));
    }
    metrics = new MetricsLog(this::all, options.metricsInterval(), options.metrics());
  }

  /** Those of the list, in its order, and those of the topic that are read now. */
  private List<CameraRunner> all() {
    List<CameraRunner> all = new ArrayList<>(runners.values());
    FollowedCameras topics = followed;
    if (topics != null) {
      all.addAll(topics.runners());
    }
    return all;
  }

  /**
   * Waits until every source that has an end has reached it and Kafka has acknowledged its
   * pictures; without such a source, until {@link #close()}.
   *
   * @throws IngestException when one of them failed before its end; the others are read to theirs
   */
  public void awaitEnd() throws InterruptedException {
    List<CameraRunner> finite = runners.values().stream().filter(CameraRunner::finite).toList();
    if (finite.isEmpty()) {
      awaitAll();
    } else {
      await(finite);
    }
  }

  /**
   * Waits for all sources: with a live or looping one among them, or a topic of cameras, until
   * {@link #close()}.
   */
  public void awaitAll() throws InterruptedException {
    await(new ArrayList<>(runners.values()));
    if (options.cameras() != null) {
      closed.await();
    }
  }

  /** The ids of the cameras: those of the list in its order, then those of the topic. */
  public List<String> cameraIds() {
    return all().stream().map(CameraRunner::id).toList();
  }

  /** Records of the topic of cameras that changed nothing, for what they are. */
  public long refusedRecords() {
    FollowedCameras topics = followed;
    return topics == null ? 0 : topics.refusedRecords();
  }

  /** How many pictures of a camera Kafka has acknowledged. */
  public long framesPublished(String cameraId) {
    return counters(cameraId).published();
  }

  /**
   * What became of a camera's pictures so far.
   *
   * @throws IllegalArgumentException when there is no such camera
   */
  public CameraCounters counters(String cameraId) {
    CameraCounters counters = counters().get(cameraId);
    if (counters == null) {
      throw new IllegalArgumentException("There is no camera '" + cameraId + "'");
    }
    return counters;
  }

  /** What became of the pictures of all cameras so far, by their ids. */
  public Map<String, CameraCounters> counters() {
    Map<String, CameraCounters> counters = new LinkedHashMap<>();
    all().forEach(runner -> counters.put(runner.id(), runner.counters()));
    return counters;
  }

  /** Stops reading, and gives pictures under way to Kafka a few seconds. */
  @Override
  public void close() {
    runners.values().forEach(CameraRunner::close);
    if (followed != null) {
      followed.close();
    }
    closed.countDown();
    if (writer != null) {
      writer.close();
    }
    if (metrics != null) {
      metrics.close();
    }
  }

  /** Creates topics that are missing, and connects. */
  private static FrameWriter openTopic(IngestOptions options) {
    String topic = options.framesTopic().name();
    List<TopicSpec> topics = new ArrayList<>(List.of(options.framesTopic()));
    AccessCheck access = AccessCheck.of(options.connection()).writes(topic);
    if (options.cameras() != null) {
      topics.add(options.cameras());
      access.reads(options.cameras().name());
    }
    TopicAdmin.createMissing(options.connection(), options.replication(), topics);
    access.require();
    return FrameWriter.open(options.connection(), topic, "facestream-ingest");
  }

  private static void await(List<CameraRunner> awaited) throws InterruptedException {
    IngestException first = null;
    for (CameraRunner runner : awaited) {
      try {
        runner.awaitEnd();
      } catch (IngestException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
