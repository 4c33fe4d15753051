package io.facestream.faults.invariant;

import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.Verdict;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether every template is in exactly one slice, told from a verdict that lists everybody: each
 * template is found, and the slices together hold no more than there are.
 */
public final class WholeGallery {
  private WholeGallery() {}

  /**
   * Whether a verdict shows the gallery whole; each person has one template.
   *
   * @param verdict of a job with {@code --candidates} and {@code --shown-candidates} above the size
   *     of the gallery
   * @param live the templates that are enrolled
   */
  public static boolean isIn(Verdict verdict, Set<String> live) {
    return verdict != null
        && verdict.gallery().templates() == live.size()
        && found(verdict).equals(live);
  }

  /** What a verdict shows, for people to read. */
  public static String describe(Verdict verdict, Set<String> live) {
    if (verdict == null) {
      return "no verdict on a face";
    }
    Set<String> missing = new TreeSet<>(live);
    missing.removeAll(found(verdict));
    Set<String> erased = found(verdict);
    erased.removeAll(live);
    return String.format(
        Locale.ROOT,
        "%d templates in all slices, %d are enrolled; not found: %s; found and not enrolled: %s",
        verdict.gallery().templates(),
        live.size(),
        missing,
        erased);
  }

  private static Set<String> found(Verdict verdict) {
    Set<String> found = new TreeSet<>();
    for (Face face : verdict.faces()) {
      face.candidates().stream().map(Candidate::templateId).forEach(found::add);
    }
    return found;
  }
}
