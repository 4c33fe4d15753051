package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.console.events.Stored;
import io.facestream.decision.ReviewersAsked;
import io.facestream.wire.BestView;
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
        best == null || best.threshold() == null ? null : best.threshold().cosine(),
        best == null ? null : best.quality(),
        sighting.retrospective(),
        sighting.person().reviewRequired(),
        SightingRoutes.SIGHTINGS + "/" + stored.key() + "/picture",
        reviews.stream().map(ReviewView::of).toList(),
        reviewers > 1 ? reviewers : null,
        ReviewView.state(
            reviews, Boolean.TRUE.equals(sighting.person().reviewRequired()), reviewers));
  }
}
