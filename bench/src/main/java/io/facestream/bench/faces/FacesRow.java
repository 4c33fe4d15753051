package io.facestream.bench.faces;

import io.facestream.vision.finder.FinderTimes.Stage;
import java.util.Locale;
import java.util.Map;

/**
 * Frames of one width and format.
 *
 * @param width pixels, as published
 * @param format {@code jpg} or {@code png}
 * @param frames how many
 * @param found faces detected in all of them
 * @param searched faces good enough to be compared
 * @param rejected the others, by what the refusal says first
 * @param stages milliseconds of processor time a frame
 */
record FacesRow(
    int width,
    String format,
    int frames,
    int found,
    int searched,
    Map<String, Integer> rejected,
    Map<Stage, Double> stages) {

  static String heading() {
    return "width  format  frames  found  searched  ms/frame = decode + detect + decode again"
        + " + measure + turn check + crop   rejected\n";
  }

  double milliseconds() {
    return stages.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%5d  %-6s  %6d  %5d  %8d  %8.1f = %6.1f + %6.1f + %12.1f + %7.1f + %10.1f + %4.1f   %s%n",
        width,
        format,
        frames,
        found,
        searched,
        milliseconds(),
        stages.get(Stage.DECODE),
        stages.get(Stage.DETECT),
        stages.get(Stage.DECODE_AGAIN),
        stages.get(Stage.MEASURE),
        stages.get(Stage.TURN_CHECK),
        stages.get(Stage.CROP),
        rejected);
  }
}
