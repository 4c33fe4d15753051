package io.facestream.evaluate.report;

import io.facestream.evaluate.report.Plot.Curve;
import io.facestream.evaluate.result.Evaluation;
import io.facestream.evaluate.result.Identification.DetPoint;
import io.facestream.evaluate.statistics.TradeOff.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The curves of an evaluation. */
public final class Plots {
  private Plots() {}

  static List<Plot> of(Evaluation found) {
    List<Plot> plots = new ArrayList<>();
    List<Threshold> roc = found.verification().roc();
    if (roc.size() > 1) {
      plots.add(errors(roc));
      plots.add(roc(roc));
    }
    if (found.identification() != null && found.identification().det().size() > 1) {
      plots.add(det(found.identification().det()));
    }
    return plots;
  }

  /**
   * Writes them as PNG.
   *
   * @param folder made when it is missing
   */
  public static void write(Evaluation found, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Plot plot : of(found)) {
      Files.write(folder.resolve(plot.file() + ".png"), plot.png(Theme.LIGHT));
    }
  }

  private static Plot errors(List<Threshold> roc) {
    return new Plot(
        "errors",
        "Errors by threshold, one photo against one other",
        "cosine",
        "share of the comparisons",
        false,
        true,
        List.of(
            curve("false matches (FMR)", roc, Threshold::cosine, Threshold::falseMatchRate),
            curve(
                "false non-matches (FNMR)", roc, Threshold::cosine, Threshold::falseNonMatchRate)));
  }

  private static Plot roc(List<Threshold> roc) {
    return new Plot(
        "roc",
        "ROC, one photo against one other",
        "false match rate",
        "true matches found",
        true,
        false,
        List.of(
            curve(
                "true matches found (TAR)",
                roc,
                Threshold::falseMatchRate,
                threshold -> 1 - threshold.falseNonMatchRate())));
  }

  private static Plot det(List<DetPoint> det) {
    return new Plot(
        "open-set",
        "Strangers named against enrolled missed",
        "strangers named (FPIR)",
        "enrolled missed (FNIR)",
        true,
        false,
        List.of(curve("FNIR", det, DetPoint::fpir, DetPoint::fnir)));
  }

  private static <T> Curve curve(
      String name, List<T> points, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
    return new Curve(
        name, points.stream().mapToDouble(x).toArray(), points.stream().mapToDouble(y).toArray());
  }
}
