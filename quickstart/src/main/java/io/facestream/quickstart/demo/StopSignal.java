package io.facestream.quickstart.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a request, so that the run can end in good order: with its summary, and with
 * its temporary files deleted.
 */
final class StopSignal implements AutoCloseable {
  /** Long enough to end broker and cluster; the process must not hang if they do not. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  /** Starts to listen for the end of the process. */
  static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::requestAndWait, "stop-demo"));
    return signal;
  }

  /** Waits, and says whether a stop was requested in the meantime. */
  boolean requestedWithin(Duration time) throws InterruptedException {
    return requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Says that everything is in order and the process may end. */
  @Override
  public void close() {
    finished.countDown();
  }

  private void requestAndWait() {
    requested.countDown();
    try {
      finished.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
