package io.facestream.job.analysers;

import io.facestream.vision.analyse.AnalysedValue;
import io.facestream.wire.Analysis;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What vision says of a face, in the words of the records. */
final class AnalysisRecords {
  private AnalysisRecords() {}

  static Analysis of(FaceToAnalyse face, io.facestream.vision.analyse.Analysis said) {
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    String label = null;
    for (AnalysedValue value : said.values()) {
      if (value.probabilities() == null) {
        put(values, value.name(), value.name(), value.number());
        attributes.put(value.name(), plain(value.number()));
      } else {
        value.probabilities().forEach((name, share) -> put(values, value.name(), name, share));
        attributes.put(value.name(), value.label());
        label = label == null ? value.label() : label;
      }
    }
    boolean answered = said.refusal() == null;
    return new Analysis(
        Analysis.SCHEMA,
        Analysis.idOf(face.frameId(), said.analyser(), face.face()),
        face.cameraId(),
        face.frame(),
        face.face(),
        face.box(),
        said.analyser(),
        said.modelId(),
        answered ? values : null,
        label,
        answered ? attributes : null,
        null,
        said.millis(),
        said.refusal());
  }

  /** Two values may have a label of the same name. */
  private static void put(Map<String, Double> values, String value, String label, Double number) {
    values.put(values.containsKey(label) ? value + "/" + label : label, number);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
