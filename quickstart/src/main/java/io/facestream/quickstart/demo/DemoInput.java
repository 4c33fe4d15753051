package io.facestream.quickstart.demo;

import io.facestream.ingest.CameraIngest;
import io.facestream.ingest.IngestOptions;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Topics;

/** The cameras of a run, and whether they have come to their end. */
final class DemoInput implements AutoCloseable {
  private final CameraIngest ingest;
  private final Thread watcher;
  private volatile boolean ended;
  private volatile RuntimeException failure;

  private DemoInput(CameraIngest ingest) {
    this.ingest = ingest;
    this.watcher = new Thread(this::watch, "await-input");
    watcher.setDaemon(true);
  }

  /** Starts to publish the frames of its cameras, and of those that are added while it runs. */
  static DemoInput start(DemoPlan plan, RunTopics topics) {
    IngestOptions options =
        IngestOptions.to(topics.connection()).withFramesTopic(Topics.FRAMES.named(topics.frames()));
    CameraIngest ingest =
        new CameraIngest(
            plan.cameras(), plan.untilEnd() ? options : options.following(topics.cameras()));
    ingest.start();
    DemoInput input = new DemoInput(ingest);
    input.watcher.start();
    return input;
  }

  /** Whether no camera goes on: all their frames are on the topic, up to a failure if there was. */
  boolean hasEnded() {
    return ended;
  }

  /** Whether a camera has failed, and none of the others goes on. */
  boolean hasFailed() {
    return failure != null;
  }

  /**
   * Throws when a camera failed before its end.
   *
   * @throws io.facestream.ingest.camera.IngestException with one line
   */
  void requireComplete() {
    if (failure != null) {
      throw failure;
    }
  }

  /** What cameras gave that is not on the topic: no pictures, too large ones, refused by Kafka. */
  long leftOut() {
    return ingest.cameraIds().stream()
        .map(ingest::counters)
        .mapToLong(counters -> counters.skipped() + counters.refused() + counters.failed())
        .sum();
  }

  @Override
  public void close() {
    ingest.close();
    watcher.interrupt();
  }

  private void watch() {
    try {
      ingest.awaitAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (RuntimeException e) {
      failure = e;
    }
    ended = true;
  }
}
