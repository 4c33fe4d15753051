package io.facestream.vision.packs;

import java.io.Serializable;
import java.util.List;

/**
 * One answer of an analyser's networks: either labels with their probabilities, or a number.
 *
 * @param output name of the network's output
 * @param value what to call it in results
 * @param labels one for each of the output's numbers, in their order; a label that stands several
 *     times gets the sum. Null for a number
 * @param logits whether the output still has to go through softmax
 * @param unit of a number, such as {@code years}; null for labels
 */
public record AnalyserOutput(
    String output, String value, List<String> labels, boolean logits, String unit)
    implements Serializable {

  /** Whether it is a number. */
  public boolean isNumber() {
    return labels == null;
  }

  /** How many numbers the network gives for it. */
  public int size() {
    return isNumber() ? 1 : labels.size();
  }
}
