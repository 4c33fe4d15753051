package io.facestream.bench.api;

import io.facestream.bench.frames.SteadyLoad;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Cameras that send at a steady rate beside the clients, until they are closed. */
final class Cameras implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JobWatch watch;
  private final double rate;
  private final long judgedBefore;
  private final AtomicLong published = new AtomicLong();
  private final Thread thread;
  private volatile boolean wanted = true;

  private Cameras(SteadyLoad load, double rate, JobWatch watch) {
    this.watch = watch;
    this.rate = rate;
    this.judgedBefore = watch.answered();
    this.thread = new Thread(() -> load.runWhile(rate, this::next), "cameras");
  }

  /**
   * Begins to send.
   *
   * @param rate frames a second of all together; 0 for none
   */
  static Cameras start(SteadyLoad load, double rate, JobWatch watch) {
    Cameras cameras = new Cameras(load, rate, watch);
    if (rate > 0) {
      cameras.thread.start();
    }
    return cameras;
  }

  private boolean next() {
    if (wanted) {
      published.incrementAndGet();
    }
    return wanted;
  }

  double rate() {
    return rate;
  }

  /** Waits until the job is no more than a second behind, or a minute. */
  void awaitKeptUp() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (behind() > Math.max(rate, 1) && System.nanoTime() < until) {
      Thread.sleep(50);
    }
  }

  /** Frames that have no verdict yet. */
  long behind() {
    return published.get() - (watch.answered() - judgedBefore);
  }

  @Override
  public void close() throws InterruptedException {
    wanted = false;
    if (rate > 0) {
      thread.join();
    }
  }
}
