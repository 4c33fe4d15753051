package io.facestream.vision.analyse;

import java.util.List;

/**
 * What an analyser says of one face.
 *
 * @param analyser its name
 * @param modelId which model says so
 * @param values in the order in which the analyser declares them; empty when it does not answer
 * @param refusal why it does not answer, one line for people; null when it does
 * @param millis the analyser took
 */
public record Analysis(
    String analyser, String modelId, List<AnalysedValue> values, String refusal, double millis) {

  /**
   * The value of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public AnalysedValue value(String name) {
    return values.stream()
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("No value " + name + " of " + analyser + ": " + this));
  }
}
