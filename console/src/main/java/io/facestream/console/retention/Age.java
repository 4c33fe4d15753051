package io.facestream.console.retention;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long something is kept.
 *
 * @param text as it was written: {@code 90d}, {@code 12h}, {@code 3y}, or as ISO 8601 has it
 */
public record Age(String text, Duration duration) {
  private static final Pattern SHORT = Pattern.compile("([1-9][0-9]{0,4})([hdwy])");
  private static final Pattern ISO = Pattern.compile("P(?<days>[0-9YMWD]*)(?<time>T[0-9HMS]+)?");
  private static final int LONGEST_TEXT = 40;
  private static final int YEAR = 365;
  private static final int MONTH = 30;
  private static final Duration LEAST = Duration.ofHours(1);
  private static final Duration MOST = Duration.ofDays(100L * YEAR);

  /**
   * The age of a text. A month counts 30 days, a year 365.
   *
   * @param name of the field, for the message
   * @throws IllegalArgumentException when it is none, or out of bounds
   */
  public static Age parse(String name, String text) {
    Duration duration;
    try {
      duration = duration(text);
    } catch (DateTimeException | ArithmeticException e) {
      duration = null;
    }
    if (duration == null || duration.compareTo(LEAST) < 0 || duration.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is from 1h to 100y, such as 12h, 90d, 3y or P90D, or null for without end");
    }
    return new Age(text, duration);
  }

  private static Duration duration(String text) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    Matcher brief = SHORT.matcher(text);
    if (brief.matches()) {
      long count = Long.parseLong(brief.group(1));
      return switch (brief.group(2)) {
        case "h" -> Duration.ofHours(count);
        case "d" -> Duration.ofDays(count);
        case "w" -> Duration.ofDays(7 * count);
        default -> Duration.ofDays(YEAR * count);
      };
    }
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return null;
    }
    String days = iso.group("days");
    Period period = days.isEmpty() ? Period.ZERO : Period.parse("P" + days);
    Duration time =
        iso.group("time") == null ? Duration.ZERO : Duration.parse("P" + iso.group("time"));
    return Duration.ofDays(
            (long) period.getYears() * YEAR + (long) period.getMonths() * MONTH + period.getDays())
        .plus(time);
  }

  /** What is older than that is not kept. */
  Instant before(Instant now) {
    return now.minus(duration);
  }
}
