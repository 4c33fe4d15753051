package io.facestream.vision.analyse;

import java.util.Map;

/**
 * One answer about a face: labels with probabilities, or a number.
 *
 * @param name such as {@code emotion}
 * @param probabilities 0…1 for each label, to a thousandth, in the order in which the analyser
 *     declares them; null for a number
 * @param number to a tenth; null for labels
 * @param unit of the number; null for labels
 */
public record AnalysedValue(
    String name, Map<String, Double> probabilities, Double number, String unit) {

  /** The most probable label, the first of equal ones; null for a number. */
  public String label() {
    String best = null;
    if (probabilities != null) {
      for (String label : probabilities.keySet()) {
        if (best == null || probabilities.get(label) > probabilities.get(best)) {
          best = label;
        }
      }
    }
    return best;
  }
}
