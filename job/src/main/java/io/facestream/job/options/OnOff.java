package io.facestream.job.options;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A choice that is on unless it is switched off. */
enum OnOff {
  ON,
  OFF;

  /** Takes either case, also in a command that heeds it. */
  static final class Converter implements ITypeConverter<OnOff> {
    @Override
    public OnOff convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "on" -> ON;
        case "off" -> OFF;
        default -> throw new TypeConversionException("'" + value + "' is neither on nor off");
      };
    }
  }
}
