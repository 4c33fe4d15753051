package io.facestream.job.unknown;

import io.facestream.job.sightings.SightingSettings;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Whether and when a stranger is told of.
 *
 * @param after how long one must have been seen, by capture time; null when none is told of
 * @param dayZone whose midnight ends a day
 * @param sightings when a visit is over
 */
public record UnknownSettings(Duration after, ZoneId dayZone, SightingSettings sightings)
    implements Serializable {
  /** Whether any is told of. */
  public boolean on() {
    return after != null;
  }
}
