package io.facestream.console.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Requests of a key a minute, refilled steadily. Counted by this process alone, and forgotten some
 * minutes after the last request, when the bucket is full again anyway.
 */
public final class RateLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int KEYS = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(Duration.ofMinutes(5)).build();

  /**
   * Counts a request.
   *
   * @return zero when it may be served, else how long to wait
   */
  public Duration take(ApiKey key) {
    ConsumptionProbe probe =
        buckets
            .get(key.id(), id -> bucket(key.grant().perMinute()))
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .build();
  }
}
