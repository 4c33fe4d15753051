package io.facestream.ingest.cli;

import io.facestream.ingest.camera.Pace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code own} or {@code none}, whatever the case. */
final class PaceConverter implements ITypeConverter<Pace> {
  @Override
  public Pace convert(String text) {
    for (Pace pace : Pace.values()) {
      if (pace.name().equalsIgnoreCase(text)) {
        return pace;
      }
    }
    throw new TypeConversionException("must be 'own' or 'none', not '" + text + "'");
  }
}
