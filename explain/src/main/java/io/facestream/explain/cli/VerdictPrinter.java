package io.facestream.explain.cli;

import io.facestream.explain.change.Figures;
import io.facestream.explain.story.ThenAndNow;
import io.facestream.explain.story.Thresholds;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what a job said of a frame, for people. */
final class VerdictPrinter {
  private final PrintWriter out;

  VerdictPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Verdict verdict) {
    line(
        "%s: captured %s, %d×%d px, %s, by pack %s",
        Printable.of(verdict.verdictId()),
        verdict.frame().capturedAt(),
        verdict.frame().width(),
        verdict.frame().height(),
        verdict.faces().size() == 1 ? "1 face" : verdict.faces().size() + " faces",
        verdict.models().pack());
    int number = 1;
    for (Face face : verdict.faces()) {
      line("  Face %d: %s", number++, ThenAndNow.answer(face));
      if (face.threshold() != null) {
        line(
            "    %s needed, %s",
            Figures.cosine(face.threshold().cosine()),
            Printable.of(Thresholds.origin(face.threshold())));
      }
      for (Candidate candidate : face.candidates()) {
        line(
            "    %s %s",
            Figures.cosine(candidate.similarity()), Printable.of(candidate.templateId()));
      }
    }
    out.flush();
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
