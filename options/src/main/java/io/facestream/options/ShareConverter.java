package io.facestream.options;

import io.facestream.wire.Shares;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@link Shares} on a command line: {@code 0.3%} or {@code 0.003}. */
public final class ShareConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      return Shares.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
