package io.facestream.console.testing;

import io.facestream.wire.Alert;
import io.facestream.wire.AlertFace;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.BestView;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sightings and alerts as the job writes them. */
public final class TestEvents {
  private static final Box BOX = new Box(0.25, 0.25, 0.5, 0.5);

  private TestEvents() {}

  /** A step of a visit, which has lasted a second for each further frame. */
  public static Sighting sighting(
      SightingKind kind, String camera, SightedPerson person, Instant first, long frames) {
    FrameRef frame = new FrameRef(0, first.getEpochSecond(), 0, first, 640, 480, null);
    Sighting sighting =
        new Sighting(
            Sighting.SCHEMA,
            Ids.sightingId(Ids.frameId(camera, 0, first.getEpochSecond()), person.personId()),
            kind,
            camera,
            person,
            first,
            first.plus(Duration.ofSeconds(frames - 1)),
            frames,
            BestView.recognised(
                frame, BOX, 0.7, AppliedThreshold.fixed(AppliedThreshold.DEFAULT, 0.4), "t/1"),
            List.of(),
            null,
            null,
            null,
            null,
            null);
    return Ids.isUnknown(person.personId()) ? sighting.ofUnknown() : sighting;
  }

  /** Somebody on watchlists. */
  public static SightedPerson person(String id, String... watchlists) {
    return new SightedPerson(id, "Name of " + id, List.of(watchlists), null);
  }

  /** Writes one to its topic. */
  public static void write(String topic, Sighting sighting) {
    TestBroker.write(
        topic,
        null,
        Ids.sightingKey(sighting.cameraId(), sighting.person().personId()),
        io.facestream.wire.Json.toBytes(sighting));
  }

  /** An alert for a frame. */
  public static Alert alert(String camera, int offset, Instant at, SightedPerson person) {
    return new Alert(
        Alert.SCHEMA,
        Ids.frameId(camera, 0, offset),
        camera,
        new FrameRef(0, offset, offset, at, 640, 480, null),
        new AlertFace(BOX, List.of(), 0.9, 0.8, null, null),
        new Match(
            person.personId(),
            person.name(),
            person.personId() + "/1",
            person.watchlists().isEmpty() ? null : person.watchlists().get(0),
            person.watchlists(),
            0.7,
            0.4,
            0.2,
            null),
        null,
        null,
        null,
        null,
        at.plus(Duration.ofMinutes(1)),
        null);
  }

  /**
   * A verdict on a frame with one face.
   *
   * @param request null for a frame of a camera
   */
  public static Verdict verdict(
      String camera, int offset, Instant at, String request, SightedPerson person) {
    Face face =
        new Face(
            BOX,
            List.of(),
            0.9,
            0.8,
            FaceOutcome.MATCH,
            null,
            null,
            alert(camera, offset, at, person).match(),
            null,
            null,
            List.of(),
            Map.of(),
            null,
            null);
    return new Verdict(
        Verdict.SCHEMA,
        Ids.frameId(camera, 0, offset),
        camera,
        new FrameRef(0, offset, offset, at, 640, 480, request),
        Outcome.MATCH,
        List.of(face),
        null,
        new Models("builtin", null, "e"),
        null,
        new Timings(1, 2, 3, 40),
        null);
  }
}
