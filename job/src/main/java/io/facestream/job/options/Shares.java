package io.facestream.job.options;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares as people write them: {@code 0.3%} or {@code 0.003}. */
final class Shares implements ITypeConverter<Double> {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Double convert(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      BigDecimal value =
          new BigDecimal((percent ? number.substring(0, number.length() - 1) : number).strip());
      return (percent ? value.divide(HUNDRED) : value).doubleValue();
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a share; write for example 0.3%");
    }
  }
}
