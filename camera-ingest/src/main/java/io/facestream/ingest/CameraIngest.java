package io.facestream.ingest;

import io.facestream.client.frames.FrameWriter;
import io.facestream.client.topics.AccessCheck;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.IngestException;
import io.facestream.ingest.metrics.CameraCounters;
import io.facestream.ingest.metrics.MetricsLog;
import io.facestream.ingest.sending.CameraRunner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
 * <p>The camera at place i of the list writes to partition i mod n of the topic.
 */
public final class CameraIngest implements AutoCloseable {
  private final IngestOptions options;
  private final Map<String, CameraRunner> runners = new LinkedHashMap<>();
  private FrameWriter writer;
  private MetricsLog metrics;

  /**
   * Checks the list; starts nothing.
   *
   * @throws IllegalArgumentException when the list is empty or two cameras share an id
   */
  public CameraIngest(List<Camera> cameras, IngestOptions options) {
    this.options = options;
    if (cameras.isEmpty()) {
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
   * Opens files, folders and scenes, connects to Kafka, creates the topic if it is missing, and
   * starts. Cameras on the network connect in their own time.
   *
   * @throws IngestException when a source with an end cannot be opened
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when the broker does not let this user in,
   *     or not write to the topic
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
    metrics =
        new MetricsLog(
            new ArrayList<>(runners.values()), options.metricsInterval(), options.metrics());
  }

  /**
   * Waits until every source that has an end has reached it and Kafka has acknowledged its
   * pictures; without such a source, until {@link #close()}.
   *
   * @throws IngestException when one of them failed before its end; the others are read to theirs
   */
  public void awaitEnd() throws InterruptedException {
    List<CameraRunner> finite = runners.values().stream().filter(CameraRunner::finite).toList();
    await(finite.isEmpty() ? new ArrayList<>(runners.values()) : finite);
  }

  /** Waits for all sources: with a live or looping one among them, until {@link #close()}. */
  public void awaitAll() throws InterruptedException {
    await(new ArrayList<>(runners.values()));
  }

  /** The ids of the cameras, in the order of the list. */
  public List<String> cameraIds() {
    return List.copyOf(runners.keySet());
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
    CameraRunner runner = runners.get(cameraId);
    if (runner == null) {
      throw new IllegalArgumentException("There is no camera '" + cameraId + "'");
    }
    return runner.counters();
  }

  /** What became of the pictures of all cameras so far, by their ids. */
  public Map<String, CameraCounters> counters() {
    Map<String, CameraCounters> counters = new LinkedHashMap<>();
    runners.forEach((id, runner) -> counters.put(id, runner.counters()));
    return counters;
  }

  /** Stops reading, and gives pictures under way to Kafka a few seconds. */
  @Override
  public void close() {
    runners.values().forEach(CameraRunner::close);
    if (writer != null) {
      writer.close();
    }
    if (metrics != null) {
      metrics.close();
    }
  }

  /** Creates the topic if it is missing, and connects. */
  private static FrameWriter openTopic(IngestOptions options) {
    String topic = options.framesTopic().name();
    TopicAdmin.createMissing(
        options.connection(), options.replication(), List.of(options.framesTopic()));
    AccessCheck.of(options.connection()).writes(topic).require();
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
