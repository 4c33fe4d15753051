package io.facestream.options;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares above 0 and below 1, as people write them: {@code 0.3%} or {@code 0.003}. */
public final class ShareConverter implements ITypeConverter<Double> {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Double convert(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      BigDecimal value =
          new BigDecimal((percent ? number.substring(0, number.length() - 1) : number).strip());
      double share = (percent ? value.divide(HUNDRED) : value).doubleValue();
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new TypeConversionException(
        "'" + text + "' is no share above 0% and below 100%; write for example 0.3%");
  }
}
