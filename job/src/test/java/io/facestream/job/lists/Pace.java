package io.facestream.job.lists;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * How many frames a source may read, by word of the test and no clock. There is one in a JVM: a
 * test runs one job at a time.
 */
final class Pace implements RateLimiterStrategy<SourceSplit> {
  private static final long serialVersionUID = 1L;

  private static final Queue<CompletableFuture<Void>> WAITING = new ArrayDeque<>();
  private static long allowed;

  /** Begins anew: nothing may be read. */
  static Pace halt() {
    synchronized (WAITING) {
      WAITING.clear();
      allowed = 0;
      return new Pace();
    }
  }

  /** Lets so many more frames be read. */
  static void allow(long frames) {
    synchronized (WAITING) {
      allowed += frames;
      while (allowed > 0 && !WAITING.isEmpty()) {
        allowed--;
        WAITING.poll().complete(null);
      }
    }
  }

  @Override
  public RateLimiter<SourceSplit> createRateLimiter(int parallelism) {
    return frames -> acquire();
  }

  private static CompletionStage<Void> acquire() {
    synchronized (WAITING) {
      if (allowed > 0) {
        allowed--;
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Void> turn = new CompletableFuture<>();
      WAITING.add(turn);
      return turn;
    }
  }
}
