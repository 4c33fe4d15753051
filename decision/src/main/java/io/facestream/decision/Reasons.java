package io.facestream.decision;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Confirmation;
import java.time.ZoneOffset;
import java.util.Locale;

/** What is said to people of a face without a match: one line each. */
final class Reasons {
  static final String NOBODY = "nobody in the gallery resembles this face";
  static final String NOT_SEARCHED_YET = "no view of this face has been searched yet";

  /** Places after the point; more where the difference would not show, to what verdicts have. */
  private static final int USUAL_PLACES = 3;

  private static final int MOST_PLACES = 6;

  /** From here on "one in so many" says less than a percentage. */
  private static final double COMMON = 0.1;

  private Reasons() {}

  /** Such as {@code below threshold 0.460 for 1 in 333 strangers among 1,162 templates: …}. */
  static String belowThreshold(Contender best, AppliedThreshold threshold) {
    int places = placesTelling(best.similarity(), threshold.cosine());
    return String.format(
        Locale.ROOT,
        "below %sthreshold %s%s: %s at %s",
        whose(threshold),
        cosine(threshold.cosine(), places),
        promise(threshold),
        best.personId(),
        cosine(best.similarity(), places));
  }

  /**
   * Such as {@code too close to call: ada only 0.040 ahead of ben, 0.050 needed}.
   *
   * @param margin between the two
   * @param needed at the least
   */
  static String tooClose(Contender best, Contender next, double margin, double needed) {
    int places = placesTelling(margin, needed);
    return String.format(
        Locale.ROOT,
        "too close to call: %s only %s ahead of %s, %s needed",
        best.personId(),
        cosine(margin, places),
        next.personId(),
        cosine(needed, places));
  }

  /**
   * Such as {@code nearer to a face marked as not ada (0.610) than to their photo (0.580):
   * not/ada/lobby@0-7#0, until 2026-12-27}.
   */
  static String notThisPerson(Contender best) {
    NearerExample nearer = best.nearer();
    int places = placesTelling(nearer.similarity(), best.similarity());
    return String.format(
        Locale.ROOT,
        "nearer to a face marked as not %s (%s) than to their photo (%s): %s, until %s",
        best.personId(),
        cosine(nearer.similarity(), places),
        cosine(best.similarity(), places),
        nearer.templateId(),
        nearer.until().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** Such as {@code not confirmed: ada in 1 of the last 3 views, 2 needed}. */
  static String unconfirmed(Contender best, int views, Confirmation needed) {
    return String.format(
        Locale.ROOT,
        "not confirmed: %s in %d of the last %d views, %d needed",
        best.personId(),
        views,
        needed.of(),
        needed.views());
  }

  /** In one word: the record has the whole origin, whose name may be long. */
  private static String whose(AppliedThreshold threshold) {
    int slash = threshold.origin().indexOf('/');
    return slash < 0 ? "" : threshold.origin().substring(0, slash) + " ";
  }

  private static String promise(AppliedThreshold threshold) {
    if (threshold.falseAlerts() == null) {
      return "";
    }
    double share = threshold.falseAlerts();
    return String.format(
        Locale.ROOT,
        " for %s strangers among %,d template%s%s",
        share < COMMON
            ? String.format(Locale.ROOT, "1 in %,d", Math.round(1 / share))
            : Math.round(share * 100) + " % of",
        threshold.templates(),
        threshold.templates() == 1 ? "" : "s",
        Boolean.TRUE.equals(threshold.beyondCurve()) ? " (beyond what was measured)" : "");
  }

  private static int placesTelling(double reached, double needed) {
    int places = USUAL_PLACES;
    while (places < MOST_PLACES && cosine(reached, places).equals(cosine(needed, places))) {
      places++;
    }
    return places;
  }

  private static String cosine(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
