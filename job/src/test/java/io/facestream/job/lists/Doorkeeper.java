package io.facestream.job.lists;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Holds a source up until the test lets all of it through, by its word and no clock. There is one
 * in a JVM: a test runs one job at a time.
 */
final class Doorkeeper implements RateLimiterStrategy<SourceSplit> {
  private static final long serialVersionUID = 1L;

  private static volatile CompletableFuture<Void> door = new CompletableFuture<>();

  /** Begins anew: nothing may be read. */
  static void close() {
    door = new CompletableFuture<>();
  }

  /** Lets everything be read. */
  static void open() {
    door.complete(null);
  }

  @Override
  public RateLimiter<SourceSplit> createRateLimiter(int parallelism) {
    return records -> door;
  }
}
