package io.facestream.job.options;

import java.time.Duration;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500 ms}, {@code 5s}, {@code 1 min}. */
final class Durations implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      return TimeUtils.parseDuration(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration; write for example 500ms, 5s or 1min");
    }
  }

  /** The same in the largest unit that it is a whole number of: {@code 90 d}, {@code 500 ms}. */
  static String text(Duration duration) {
    return TimeUtils.formatWithHighestUnit(duration);
  }
}
