package io.facestream.ingest.source;

import java.time.Duration;

/**
 * Lets at most so many pictures per second pass, evenly: each goes to the slot of 1/rate seconds it
 * falls into, and the first of each slot passes. Jitter therefore never halves the rate, as a
 * minimum distance between pictures would.
 */
public final class RateLimit {
  private final double slotsPerNano;
  private long origin;
  private long lastSlot = -1;

  /**
   * @param perSecond 0 lets everything pass
   */
  public RateLimit(double perSecond) {
    this.slotsPerNano = perSecond / 1e9;
  }

  /** Whether the picture of this time passes; times never go backwards. */
  public boolean allows(Duration time) {
    if (slotsPerNano == 0) {
      return true;
    }
    if (lastSlot < 0) {
      origin = time.toNanos();
    }
    long slot = (long) ((time.toNanos() - origin) * slotsPerNano + 1e-6);
    if (slot <= lastSlot) {
      return false;
    }
    lastSlot = slot;
    return true;
  }
}
