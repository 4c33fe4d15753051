package io.facestream.job.lists;

import io.facestream.job.frames.RawFrame;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;

/** Lets frames pass, and may fail at one of them, once. A test runs one job at a time. */
final class Trap implements MapFunction<RawFrame, RawFrame> {
  private static final long serialVersionUID = 1L;
  private static final int NEVER = -1;

  /** Frames that have passed, over all attempts. */
  private static final AtomicInteger PASSED = new AtomicInteger();

  private final int failingAt;

  private Trap(int failingAt) {
    this.failingAt = failingAt;
  }

  /** Counts anew. */
  static Trap none() {
    return onceAt(NEVER);
  }

  /** Counts anew, and fails when so many have passed. */
  static Trap onceAt(int frames) {
    PASSED.set(0);
    return new Trap(frames);
  }

  /** Frames that have passed, those read again included. */
  static int passed() {
    return PASSED.get();
  }

  @Override
  public RawFrame map(RawFrame frame) {
    if (PASSED.incrementAndGet() == failingAt) {
      throw new IllegalStateException("The trap of the test");
    }
    return frame;
  }
}
