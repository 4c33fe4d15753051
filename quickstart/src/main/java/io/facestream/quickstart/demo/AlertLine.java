package io.facestream.quickstart.demo;

import io.facestream.wire.Alert;
import io.facestream.wire.Match;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An alert as a line for people. */
final class AlertLine {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private AlertLine() {}

  /**
   * Who, where, when, how sure, and the person's watchlists.
   *
   * <pre>{@code
   * 10:15:30.120  lobby #1834  Ada Lovelace  similarity 0.63 (needs 0.42, next is p-3 0.32)  guests, vip
   * }</pre>
   */
  static String of(Alert alert, ZoneId zone) {
    Match match = alert.match();
    String next =
        alert.runnerUp() == null
            ? ""
            : decimal(
                ", next is %s %.2f", alert.runnerUp().personId(), alert.runnerUp().similarity());
    return decimal(
        "%s  %s #%d  %s  similarity %.2f (needs %.2f%s)%s",
        CLOCK.format(alert.frame().capturedAt().atZone(zone)),
        alert.cameraId(),
        alert.frame().sequence(),
        match.name(),
        match.similarity(),
        match.threshold(),
        next,
        match.watchlists().isEmpty() ? "" : "  " + String.join(", ", match.watchlists()));
  }

  private static String decimal(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
