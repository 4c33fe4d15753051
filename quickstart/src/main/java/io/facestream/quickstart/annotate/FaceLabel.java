package io.facestream.quickstart.annotate;

import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** What is written at a face. */
final class FaceLabel {
  private FaceLabel() {}

  /** Name and similarity of a match; the nearest person's similarity; or why it was rejected. */
  static String of(Face face) {
    if (face.match() != null) {
      return ascii(decimal("%s %.2f", face.match().name(), face.match().similarity()));
    }
    if (!wasSearched(face)) {
      return ascii(face.reason() == null ? "rejected" : face.reason());
    }
    // A face that was not searched itself is unknown by an earlier view.
    return face.candidates().stream()
        .mapToDouble(Candidate::similarity)
        .boxed()
        .max(Comparator.naturalOrder())
        .map(nearest -> decimal("unknown %.2f", nearest))
        .orElse("unknown");
  }

  /** Whether the face, or another view of its track, was compared with the gallery. */
  static boolean wasSearched(Face face) {
    return face.outcome() != FaceOutcome.REJECTED;
  }

  private static String decimal(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** OpenCV's Hershey letters are ASCII: accents fall off, the rest becomes a question mark. */
  private static String ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\p{ASCII}]", "?");
  }
}
