package io.facestream.job.sightings;

import io.facestream.wire.BestView;
import io.facestream.wire.Models;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a visit of a person at a camera; in state.
 *
 * @param sightingId {@link io.facestream.wire.Ids#sightingId}
 * @param person who it is, as last seen
 * @param firstSeen capture time of the earliest frame, milliseconds since the epoch
 * @param lastSeen capture time of the latest frame, milliseconds since the epoch
 * @param frames frames with the person
 * @param best the most similar view; of somebody unknown, that of best quality
 * @param bestCarried whether the face of that view was not searched itself
 * @param tracks the first tracks, at most {@link Sighting#MAX_TRACKS}
 * @param moreTracks how often the person went over to a track that is none of those
 * @param lastTrack the track seen last, or null
 * @param models the models of the best view
 * @param told {@code lastSeen} as it was when the visit was told of last
 * @param closed whether its end has been told
 */
public record Visit(
    String sightingId,
    SightedPerson person,
    long firstSeen,
    long lastSeen,
    long frames,
    BestView best,
    boolean bestCarried,
    List<String> tracks,
    int moreTracks,
    String lastTrack,
    Models models,
    long told,
    boolean closed) {

  /** A visit that begins with this view. */
  static Visit begin(String sightingId, View view) {
    return new Visit(
        sightingId,
        view.person(),
        view.since(),
        view.time(),
        view.frames(),
        view.best(),
        view.carried(),
        view.track() == null ? List.of() : List.of(view.track()),
        0,
        view.track(),
        view.models(),
        view.time(),
        false);
  }

  /** Whether a view belongs to the visit: is no further from it than a silence may be long. */
  boolean covers(View view, long silence) {
    return firstSeen - silence <= view.time() && view.since() <= lastSeen + silence;
  }

  /** The same with one view more. */
  Visit with(View view) {
    boolean better = betters(view);
    boolean newTrack =
        view.track() != null && !view.track().equals(lastTrack) && !tracks.contains(view.track());
    boolean room = tracks.size() < Sighting.MAX_TRACKS;
    return new Visit(
        sightingId,
        view.time() >= lastSeen ? view.person() : person,
        Math.min(firstSeen, view.since()),
        Math.max(lastSeen, view.time()),
        frames + view.frames(),
        better ? view.best() : best,
        better ? view.carried() : bestCarried,
        newTrack && room ? and(tracks, view.track()) : tracks,
        newTrack && !room ? moreTracks + 1 : moreTracks,
        view.track() == null ? lastTrack : view.track(),
        better ? view.models() : models,
        told,
        closed);
  }

  private static List<String> and(List<String> tracks, String one) {
    return Stream.concat(tracks.stream(), Stream.of(one)).toList();
  }

  /** A similarity says nothing beside one of another embedder; a searched face says more. */
  private boolean betters(View view) {
    if (!view.models().embedder().equals(models.embedder())) {
      return true;
    }
    int higher = Double.compare(worthOf(view.best()), worthOf(best));
    return higher > 0 || higher == 0 && bestCarried && !view.carried();
  }

  /** Of somebody unknown there is no similarity. */
  private static double worthOf(BestView view) {
    return view.similarity() == null ? view.quality() : view.similarity();
  }

  /** The same, told of as it is now. */
  Visit toldAs(SightingKind kind) {
    return new Visit(
        sightingId,
        person,
        firstSeen,
        lastSeen,
        frames,
        best,
        bestCarried,
        tracks,
        moreTracks,
        lastTrack,
        models,
        lastSeen,
        kind == SightingKind.CLOSE);
  }

  /** The record that tells of it. */
  public Sighting sighting(SightingKind kind, String cameraId) {
    return new Sighting(
        Sighting.SCHEMA,
        sightingId,
        kind,
        cameraId,
        person,
        Instant.ofEpochMilli(firstSeen),
        Instant.ofEpochMilli(lastSeen),
        frames,
        best,
        tracks,
        moreTracks == 0 ? null : moreTracks,
        models,
        null,
        null,
        null);
  }
}
