package io.facestream.explain.cli;

import io.facestream.explain.story.FaceStory.GateMeasure;
import java.util.Locale;

/** Measures of the quality gate in words. */
final class GateText {
  private GateText() {}

  /** A figure of a measure, in its unit and as fine as it matters. */
  static String value(GateMeasure measure, double value) {
    return switch (measure.measure()) {
      case "whole" -> value >= 1 ? "yes" : "no";
      case "width" -> String.format(Locale.ROOT, "%.0f px", Math.floor(value));
      case "brightness" -> String.format(Locale.ROOT, "%.0f", value);
      case "sharpness" -> String.format(Locale.ROOT, "%.4f", value);
      default -> String.format(Locale.ROOT, "%.2f", value);
    };
  }

  /** What passes. */
  static String needed(GateMeasure measure) {
    if (measure.measure().equals("whole")) {
      return measure.least() > 0 ? "yes" : "";
    }
    if (measure.least() == null) {
      return measure.most() == null ? "" : "at most " + value(measure, measure.most());
    }
    String least = value(measure, measure.least());
    return measure.most() == null
        ? "at least " + least
        : least + " to " + value(measure, measure.most());
  }
}
