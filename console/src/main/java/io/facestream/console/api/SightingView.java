package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.console.events.Stored;
import io.facestream.wire.BestView;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Instant;

/**
 * A sighting, for the API.
 *
 * @param id names it in paths
 * @param state open or closed
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
    String picture) {
  static SightingView of(Stored<Sighting> stored, Scope scope) {
    Sighting sighting = stored.record();
    BestView best = sighting.best();
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
        SightingRoutes.SIGHTINGS + "/" + stored.key() + "/picture");
  }
}
