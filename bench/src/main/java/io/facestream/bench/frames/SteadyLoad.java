package io.facestream.bench.frames;

import io.facestream.embedded.flink.RunningJob;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Frames at a steady rate, whether or not the job keeps up: a load that waited for answers would
 * hide the very delays that are to be measured.
 */
public final class SteadyLoad {
  public static final double AT_ONCE = Double.POSITIVE_INFINITY;

  private final List<byte[]> pictures;
  private final FramePublisher publisher;
  private final AnsweredFrames answers;
  private final RunningJob job;

  public SteadyLoad(
      List<byte[]> pictures, FramePublisher publisher, AnsweredFrames answers, RunningJob job) {
    this.pictures = pictures;
    this.publisher = publisher;
    this.answers = answers;
    this.job = job;
  }

  /**
   * Publishes frames and waits until all have their verdict.
   *
   * @param framesPerSecond the rate, or {@link #AT_ONCE}
   * @return frames a second from the first publication to the last verdict
   */
  public double run(int frames, double framesPerSecond) throws Exception {
    long goal = answers.answered() + frames;
    long start = System.nanoTime();
    publish(framesPerSecond, frames, () -> true);
    while (answers.answered() < goal) {
      job.requireHealthy();
      answers.requireHealthy();
      Thread.sleep(1);
    }
    return frames / ((System.nanoTime() - start) / 1e9);
  }

  /**
   * Publishes frames for as long as somebody wants them, and waits for no verdict.
   *
   * @return how many
   */
  public long runWhile(double framesPerSecond, BooleanSupplier wanted) {
    return publish(framesPerSecond, Long.MAX_VALUE, wanted);
  }

  private long publish(double framesPerSecond, long most, BooleanSupplier wanted) {
    long start = System.nanoTime();
    long published = 0;
    while (published < most && wanted.getAsBoolean()) {
      waitUntil(start + (long) (published / framesPerSecond * 1e9));
      publisher.publish(pictures.get((int) (published % pictures.size())));
      published++;
    }
    return published;
  }

  private static void waitUntil(long nanoTime) {
    for (long left; (left = nanoTime - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(left);
    }
  }
}
