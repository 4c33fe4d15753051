package io.facestream.options;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long ago, as people write it: {@code 90s}, {@code 30min}, {@code 24h}, {@code 7d}. */
public final class Ago implements ITypeConverter<Duration> {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5}) ?(s|min|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "min", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  @Override
  public Duration convert(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration; write for example 30min, 24h or 7d");
    }
    return Duration.of(Long.parseLong(found.group(1)), UNITS.get(found.group(2)));
  }

  /** The same in words. */
  public static String text(Duration duration) {
    return duration.toHours() > 0 && duration.toMinutesPart() == 0
        ? duration.toHours() + " h"
        : duration.toMinutes() + " min";
  }
}
