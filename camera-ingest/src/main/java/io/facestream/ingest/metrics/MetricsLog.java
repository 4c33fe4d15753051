package io.facestream.ingest.metrics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One line per camera every so often: totals, and the rates since the line before. */
public final class MetricsLog implements AutoCloseable {
  private final Supplier<? extends List<? extends MeteredCamera>> cameras;
  private final Consumer<String> receiver;
  private final Map<String, CameraCounters> before = new HashMap<>();
  private final ScheduledExecutorService timer;
  private long lastNanos = System.nanoTime();

  /**
   * Writes until it is closed.
   *
   * @param cameras asked each time, since some come and go
   * @param interval zero for no lines
   */
  public MetricsLog(
      Supplier<? extends List<? extends MeteredCamera>> cameras,
      Duration interval,
      Consumer<String> receiver) {
    this.cameras = cameras;
    this.receiver = receiver;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ingest-metrics");
              thread.setDaemon(true);
              return thread;
            });
    if (interval.toMillis() > 0) {
      long millis = interval.toMillis();
      timer.scheduleAtFixedRate(this::log, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private synchronized void log() {
    long nanos = System.nanoTime();
    double seconds = Math.max(1e-3, (nanos - lastNanos) / 1e9);
    lastNanos = nanos;
    List<? extends MeteredCamera> now = cameras.get();
    before.keySet().retainAll(now.stream().map(MeteredCamera::id).toList());
    for (MeteredCamera camera : now) {
      CameraCounters counters = camera.counters();
      CameraCounters last = before.put(camera.id(), counters);
      receiver.accept(line(camera.id(), camera.state(), counters, last, seconds));
    }
  }

  /** The line of a camera; {@code last} is what was counted {@code seconds} ago, or null. */
  static String line(
      String id, String state, CameraCounters now, CameraCounters last, double seconds) {
    long published = now.published() - (last == null ? 0 : last.published());
    long bytes = now.bytes() - (last == null ? 0 : last.bytes());
    return String.format(
        Locale.ROOT,
        "%-16s %6.1f fps %6.2f MB/s | %s%s",
        id,
        published / seconds,
        bytes / seconds / 1e6,
        now.describe(),
        state.isEmpty() ? "" : " | " + state);
  }
}
