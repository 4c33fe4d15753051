package io.facestream.vision.onnx;

import io.facestream.vision.analyse.AnalysedValue;
import io.facestream.vision.packs.AnalyserOutput;
import io.facestream.vision.packs.VisionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the networks of an analyser say together: the mean, in the labels' words. */
final class AnalyserAnswers {
  private static final double TO_THOUSANDTHS = 1000;
  private static final double TO_TENTHS = 10;

  /** Softmax in float32, and in some networks in half of that, does not add up to 1 exactly. */
  private static final double TOLERANCE = 0.01;

  private AnalyserAnswers() {}

  /**
   * The mean of several networks' numbers for one output, softmax applied before.
   *
   * @param ofNetworks {@code [network][number]}
   */
  static double[] mean(AnalyserOutput output, List<float[]> ofNetworks) {
    double[] mean = new double[output.size()];
    for (float[] numbers : ofNetworks) {
      double[] values = output.logits() ? softmax(numbers) : widened(numbers);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += values[i] / ofNetworks.size();
      }
    }
    return mean;
  }

  private static double[] softmax(float[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] values = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(logits[i] - largest);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    return values;
  }

  private static double[] widened(float[] numbers) {
    double[] values = new double[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers[i];
    }
    return values;
  }

  /** Whether each of them is a number. */
  static boolean finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses numbers that are no probabilities where labels are declared.
   *
   * @param source the model, for the message
   */
  static void requireProbabilities(String source, AnalyserOutput output, double[] values) {
    if (output.isNumber()) {
      return;
    }
    double sum = 0;
    boolean within = true;
    for (double value : values) {
      sum += value;
      within &= value >= -TOLERANCE && value <= 1 + TOLERANCE;
    }
    if (!within || Math.abs(sum - 1) > TOLERANCE) {
      throw new VisionException(
          source
              + ": its output '"
              + output.output()
              + "' gives no probabilities, which add up to 1: declare \"logits\": true for it, or"
              + " name another output");
    }
  }

  /** In the words of the declaration, rounded to what means something and stays. */
  static AnalysedValue value(AnalyserOutput output, double[] values) {
    if (output.isNumber()) {
      return new AnalysedValue(
          output.value(), null, Math.round(values[0] * TO_TENTHS) / TO_TENTHS, output.unit());
    }
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      sums.merge(output.labels().get(i), values[i], Double::sum);
    }
    sums.replaceAll((label, sum) -> Math.round(sum * TO_THOUSANDTHS) / TO_THOUSANDTHS);
    return new AnalysedValue(output.value(), sums, null, null);
  }
}
