package io.facestream.policies.cli;

import io.facestream.policies.PolicyText;
import io.facestream.policies.review.RaisedThreshold;
import io.facestream.wire.Policy;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells what follows from a mistake, and how to take it back. */
final class RaisedThresholdPrinter {
  private final PrintWriter out;

  RaisedThresholdPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(RaisedThreshold raised) {
    String key = Printable.of(raised.key().toString());
    if (raised.rises()) {
      out.printf(
          Locale.ROOT, "%s  threshold=%s, was %.3f%n", key, raised.cosine(), raised.inForce());
      out.println("Take it back: facestream policy " + takingBack(raised));
    } else {
      out.printf(
          Locale.ROOT, "%s  has to reach %.3f already, and stays as it is%n", key, raised.cosine());
    }
    if (raised.isNamedNevertheless()) {
      out.println("The same face would still be named: no threshold is above 1");
    }
    raised
        .loweredAt()
        .forEach(
            camera ->
                out.printf(
                    Locale.ROOT,
                    "Note: at camera '%s' more had to be reached; a person's own threshold takes"
                        + " the place of the camera's%n",
                    Printable.of(camera)));
  }

  private static String takingBack(RaisedThreshold raised) {
    Policy before = raised.before();
    String place = raised.key() + ".";
    if (before == null || before.threshold() == null && before.falseAlerts() == null) {
      return "unset " + quoted(place + "threshold");
    }
    Policy form =
        before.threshold() == null
            ? Policy.ofFalseAlerts(before.falseAlerts())
            : Policy.ofThreshold(before.threshold());
    return "set " + quoted(place + PolicyText.of(form));
  }

  /** As a shell takes it. */
  static String quoted(String word) {
    String shown = Printable.of(word);
    return shown.matches("[\\p{L}\\p{N}@%_=:,./-]+")
        ? shown
        : "'" + shown.replace("'", "'\\''") + "'";
  }
}
