package io.facestream.explain.change;

import io.facestream.explain.change.Change.Kind;
import io.facestream.vision.quality.Measurement;
import io.facestream.vision.quality.Rejection;
import io.facestream.vision.quality.Rejection.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a face that was rejected would have had to be. */
public final class PictureChanges {
  private PictureChanges() {}

  /**
   * Everything that is wrong with it, not only what the gate saw first.
   *
   * @param measured all that the gate measures
   */
  public static List<Change> of(Rejection rejection, List<Measurement> measured) {
    List<Change> changes = new ArrayList<>();
    for (Measurement measurement : measured) {
      if (!measurement.passes()) {
        changes.add(new Change(Kind.PICTURE, text(measurement)));
      }
    }
    if (rejection.cause() == Cause.ON_ITS_SIDE || rejection.cause() == Cause.UPSIDE_DOWN) {
      // The gate's own words name the turn and the camera's option.
      changes.add(
          new Change(
              Kind.PICTURE, "another turn: " + rejection.message().replaceFirst("^[^:]*: ", "")));
    }
    return changes;
  }

  private static String text(Measurement m) {
    return switch (m.measure()) {
      case WHOLE -> "eyes, nose and mouth within the picture";
      case WIDTH ->
          text(
              "a face %.0f px wide or wider instead of %.0f: nearer, or in a picture of more pixels",
              m.least(), Math.floor(m.value()));
      case FRONTALITY ->
          text(
              "a more frontal view: the nose between the eyes, %.2f or more instead of %.2f",
              m.least(), m.value());
      case BRIGHTNESS ->
          m.value() < m.least()
              ? text("more light: brightness %.0f or more instead of %.0f", m.least(), m.value())
              : text("less light: brightness %.0f or less instead of %.0f", m.most(), m.value());
      case CONTRAST -> text("more contrast: %.3f or more instead of %.3f", m.least(), m.value());
      case SHARPNESS -> text("a sharper face: %.4f or more instead of %.4f", m.least(), m.value());
    };
  }

  private static String text(String words, double wanted, double measured) {
    return String.format(Locale.ROOT, words, wanted, measured);
  }
}
