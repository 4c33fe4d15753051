package io.facestream.quickstart.demo;

import io.facestream.wire.BestView;
import io.facestream.wire.Printable;
import io.facestream.wire.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Somebody's coming or going as a line for people. */
final class SightingLine {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final double MILLIS_PER_SECOND = 1000;

  private SightingLine() {}

  /**
   * Who has come, where, when, how sure, and the person's watchlists.
   *
   * <pre>{@code
   * 10:15:30.120  lobby  Ada Lovelace has come  similarity 0.63 (needs 0.42)  guests, vip
   * }</pre>
   */
  static String come(Sighting sighting, ZoneId zone) {
    BestView view = sighting.best();
    if (view.similarity() == null) {
      return line(
          "%s  %s  %s has come  not in the gallery",
          clock(sighting.firstSeen(), zone), sighting.cameraId(), sighting.person().name());
    }
    return line(
        "%s  %s  %s has come  similarity %.2f (needs %.2f)%s",
        clock(sighting.firstSeen(), zone),
        sighting.cameraId(),
        sighting.person().name(),
        view.similarity(),
        view.threshold().cosine(),
        sighting.person().watchlists().isEmpty()
            ? ""
            : "  " + String.join(", ", sighting.person().watchlists()));
  }

  /**
   * Who has gone, after how long.
   *
   * <pre>{@code
   * 10:15:41.320  lobby  Ada Lovelace has gone after 11.2 s  71 frames, similarity up to 0.71
   * }</pre>
   */
  static String gone(Sighting sighting, ZoneId zone) {
    Duration seen = Duration.between(sighting.firstSeen(), sighting.lastSeen());
    return line(
        "%s  %s  %s has gone after %.1f s  %d %s%s",
        clock(sighting.lastSeen(), zone),
        sighting.cameraId(),
        sighting.person().name(),
        seen.toMillis() / MILLIS_PER_SECOND,
        sighting.frames(),
        sighting.frames() == 1 ? "frame" : "frames",
        sighting.best().similarity() == null
            ? ""
            : line(", similarity up to %.2f", sighting.best().similarity()));
  }

  /** Who was told to have gone and has been seen within the visit all the same. */
  static String stillThere(Sighting sighting, ZoneId zone) {
    return line(
        "%s  %s  %s is still there",
        clock(sighting.lastSeen(), zone), sighting.cameraId(), sighting.person().name());
  }

  private static String line(String format, Object... values) {
    return Printable.of(String.format(Locale.ROOT, format, values));
  }

  private static String clock(Instant time, ZoneId zone) {
    return CLOCK.format(time.atZone(zone));
  }
}
