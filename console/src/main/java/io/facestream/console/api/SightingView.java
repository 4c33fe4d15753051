package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.console.events.Stored;
import io.facestream.decision.ReviewersAsked;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.BestView;
import io.facestream.wire.Box;
import io.facestream.wire.Review;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Instant;
import java.util.List;

/**
 * A sighting, for the API.
 *
 * @param id names it in paths
 * @param state open or closed
 * @param thresholdOf whose threshold it is, where the caller may know of it
 * @param falseAlerts the share of strangers' visits that it lets be named
 * @param templateId the template that was the most similar
 * @param box where the face is in the best view's picture
 * @param reviewers how many people a review takes, where it is more than one
 * @param reviewState what all reviews come to
 * @param picture path of the best view's face
 */
record SightingView(
    String id,
    String sightingId,
    String state,
    String camera,
    PersonView person,
    Instant firstSeen,
    Instant lastSeen,
    long frames,
    Double similarity,
    Double threshold,
    String thresholdOf,
    Double falseAlerts,
    String templateId,
    Box box,
    Double quality,
    Boolean retrospective,
    Boolean reviewRequired,
    String picture,
    List<ReviewView> reviews,
    Integer reviewers,
    String reviewState) {
  static SightingView of(
      Stored<Sighting> stored, List<Review> reviews, Scope scope, ReviewersAsked asked) {
    Sighting sighting = stored.record();
    BestView best = sighting.best();
    AppliedThreshold needed = best == null ? null : best.threshold();
    int reviewers =
        asked.of(sighting.person().personId(), sighting.person().watchlists(), sighting.cameraId());
    return new SightingView(
        stored.key(),
        sighting.sightingId(),
        sighting.kind() == SightingKind.CLOSE ? "closed" : "open",
        sighting.cameraId(),
        PersonView.of(
            sighting.person().personId(),
            sighting.person().name(),
            sighting.person().watchlists(),
            scope),
        sighting.firstSeen(),
        sighting.lastSeen(),
        sighting.frames(),
        best == null ? null : best.similarity(),
        needed == null ? null : needed.cosine(),
        mayKnow(needed, scope) ? needed.origin() : null,
        mayKnow(needed, scope) ? needed.falseAlerts() : null,
        best == null ? null : best.templateId(),
        best == null ? null : best.box(),
        best == null ? null : best.quality(),
        sighting.retrospective(),
        sighting.person().reviewRequired(),
        SightingRoutes.SIGHTINGS + "/" + stored.key() + "/picture",
        reviews.stream().map(ReviewView::of).toList(),
        reviewers > 1 ? reviewers : null,
        ReviewView.state(
            reviews, Boolean.TRUE.equals(sighting.person().reviewRequired()), reviewers));
  }

  /** The strictest of somebody's watchlists may be one that the caller must not know of. */
  private static boolean mayKnow(AppliedThreshold needed, Scope scope) {
    String list = "watchlist/";
    return needed != null
        && (!needed.origin().startsWith(list)
            || scope.has(needed.origin().substring(list.length())));
  }
}
