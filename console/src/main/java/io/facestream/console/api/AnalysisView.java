package io.facestream.console.api;

import io.facestream.wire.Analysis;
import java.util.Map;

/**
 * What one analyser said of one face.
 *
 * @param face its index; null when nothing is said of any
 * @param values its numbers by their names
 * @param attributes what was decided
 * @param failure why nothing is said
 */
record AnalysisView(
    Integer face,
    String analyser,
    String label,
    Map<String, Double> values,
    Map<String, String> attributes,
    double milliseconds,
    String failure) {
  static AnalysisView of(Analysis analysis) {
    return new AnalysisView(
        analysis.face(),
        analysis.analyser(),
        analysis.label(),
        analysis.values(),
        analysis.attributes(),
        analysis.milliseconds(),
        analysis.failure());
  }
}
