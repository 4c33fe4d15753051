package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One step of a visit of a person at a camera, with all that is known of the visit by then, so that
 * the last one tells the whole; JSON Schema {@code sighting-1.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param sightingId {@link Ids#sightingId}, the same in each step of a visit
 * @param kind which step it is
 * @param cameraId the camera
 * @param person who it is
 * @param firstSeen capture time of the earliest frame of the visit
 * @param lastSeen capture time of the latest
 * @param frames frames in which the person was recognised, from 1
 * @param best the most similar view
 * @param tracks {@link Face#track} of the first tracks of the visit, at most {@link #MAX_TRACKS};
 *     empty when faces are not followed
 * @param moreTracks how many further tracks there were, or null when there were none
 * @param models the models that looked; similarities compare only within one embedder
 * @param reduced what was left out because the topic takes no larger record, or null when the
 *     sighting is whole
 * @param unknown true when it is somebody who is not in the gallery; or null
 * @param retrospective true when the person was enrolled after the visit, and the job searched back
 *     in time for them; null when they were recognised as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sighting(
    String schema,
    String sightingId,
    SightingKind kind,
    String cameraId,
    SightedPerson person,
    Instant firstSeen,
    Instant lastSeen,
    long frames,
    BestView best,
    List<String> tracks,
    Integer moreTracks,
    Models models,
    String reduced,
    Boolean unknown,
    Boolean retrospective) {
  public static final String SCHEMA = "facestream.sighting/1";

  /** Tracks that a sighting names. */
  public static final int MAX_TRACKS = 8;

  /** The same, found when the person was enrolled later. */
  public Sighting inRetrospect() {
    return marked(unknown, true);
  }

  /** The same, of somebody who is not in the gallery. */
  public Sighting ofUnknown() {
    return marked(true, retrospective);
  }

  private Sighting marked(Boolean ofUnknown, Boolean inRetrospect) {
    return new Sighting(
        schema,
        sightingId,
        kind,
        cameraId,
        person,
        firstSeen,
        lastSeen,
        frames,
        best,
        tracks,
        moreTracks,
        models,
        reduced,
        ofUnknown,
        inRetrospect);
  }

  /** Without the name, which may be long. */
  public Sighting withoutName() {
    return reducedTo(
        person.reducedTo(person.personId(), person.watchlists()), tracks, moreTracks, "the name");
  }

  /** With nothing that may be long: without name, tracks, and watchlists after the first. */
  public Sighting withoutWhatMayBeLong() {
    return reducedTo(
        person.reducedTo(person.personId(), person.watchlists().stream().limit(1).toList()),
        List.of(),
        null,
        "the name, watchlists after the first, tracks");
  }

  private Sighting reducedTo(
      SightedPerson shorter, List<String> fewerTracks, Integer more, String leftOut) {
    return new Sighting(
        schema,
        sightingId,
        kind,
        cameraId,
        shorter,
        firstSeen,
        lastSeen,
        frames,
        best,
        fewerTracks,
        more,
        models,
        leftOut,
        unknown,
        retrospective);
  }
}
