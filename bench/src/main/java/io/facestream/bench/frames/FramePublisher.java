package io.facestream.bench.frames;

import io.facestream.client.frames.FrameToWrite;
import io.facestream.client.frames.FrameWriter;
import io.facestream.onejvm.RunTopics;

/** Deals pictures out to several cameras, each sent at once. Thread-confined. */
public final class FramePublisher implements AutoCloseable {
  private final int cameras;
  private final FrameWriter writer;
  private long published;

  public FramePublisher(RunTopics topics, int cameras) {
    this.cameras = cameras;
    this.writer = FrameWriter.open(topics.connection(), topics.frames(), "facestream-bench");
  }

  /**
   * Consecutive pictures go to different cameras, so that every subtask has work all the time. The
   * time stamp is that of the call.
   */
  public void publish(byte[] picture) {
    publish(picture, System.currentTimeMillis());
  }

  /**
   * The same with a time stamp of one's own.
   *
   * @param capturedAt milliseconds since the epoch
   */
  public void publish(byte[] picture, long capturedAt) {
    int camera = (int) (published % cameras);
    FrameToWrite frame =
        FrameToWrite.of("camera-" + camera, published / cameras, capturedAt, picture, null);
    // One that is refused is missed by whoever waits for its verdict.
    writer.write(frame, camera, failure -> {});
    published++;
  }

  @Override
  public void close() {
    writer.close();
  }
}
