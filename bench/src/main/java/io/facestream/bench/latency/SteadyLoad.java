package io.facestream.bench.latency;

import io.facestream.bench.frames.FramePublisher;
import io.facestream.embedded.flink.RunningJob;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Frames at a steady rate, whether or not the job keeps up: a load that waited for answers would
 * hide the very delays that are to be measured.
 */
final class SteadyLoad {
  static final double AT_ONCE = Double.POSITIVE_INFINITY;

  private final List<byte[]> pictures;
  private final FramePublisher publisher;
  private final AlertDelays delays;
  private final RunningJob job;

  SteadyLoad(List<byte[]> pictures, FramePublisher publisher, AlertDelays delays, RunningJob job) {
    this.pictures = pictures;
    this.publisher = publisher;
    this.delays = delays;
    this.job = job;
  }

  /**
   * Publishes frames and waits until all have their verdict.
   *
   * @param framesPerSecond the rate, or {@link #AT_ONCE}
   * @return frames a second from the first publication to the last verdict
   */
  double run(int frames, double framesPerSecond) throws Exception {
    long goal = delays.answered() + frames;
    long start = System.nanoTime();
    for (int i = 0; i < frames; i++) {
      waitUntil(start + (long) (i / framesPerSecond * 1e9));
      publisher.publish(pictures.get(i % pictures.size()));
    }
    while (delays.answered() < goal) {
      job.requireHealthy();
      delays.requireHealthy();
      Thread.sleep(1);
    }
    return frames / ((System.nanoTime() - start) / 1e9);
  }

  private static void waitUntil(long nanoTime) {
    for (long left; (left = nanoTime - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(left);
    }
  }
}
