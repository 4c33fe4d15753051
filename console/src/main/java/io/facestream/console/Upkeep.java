package io.facestream.console;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does again and again what nobody asks for; what fails is tried with the next round. */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final int PAUSE_SECONDS = 10;

  private final Set<Runnable> failing = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread fresh = new Thread(work, "upkeep");
            fresh.setDaemon(true);
            return fresh;
          });

  Upkeep(Runnable... works) {
    List<Runnable> all = List.of(works);
    thread.scheduleWithFixedDelay(() -> all.forEach(this::run), 0, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  private void run(Runnable work) {
    try {
      work.run();
      failing.remove(work);
    } catch (RuntimeException | Error e) {
      if (failing.add(work)) {
        LOG.warn("Left for later, and tried again: {}", e.getMessage());
      }
      LOG.debug("Why", e);
    }
  }

  @Override
  public void close() {
    // No interrupt: it would close the files of an embedded database under everybody's hands.
    thread.shutdown();
    try {
      thread.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
