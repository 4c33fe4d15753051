package io.facestream.job.sightings;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Point;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Verdicts on who was seen when, by verbs. */
final class Seen {
  private static final Models MODELS = new Models("builtin", "d", "e");

  private Seen() {}

  /** A frame of the camera {@code lobby}, taken at a time in milliseconds, which is its offset. */
  static Verdict at(long time, Face... faces) {
    return at("lobby", 0, time, time, faces);
  }

  /** The same of a picture that somebody hands in. */
  static Verdict handedIn(long time, Face... faces) {
    return of("lobby", 0, time, time, "request-1", faces);
  }

  static Verdict at(String camera, int partition, long offset, long time, Face... faces) {
    return of(camera, partition, offset, time, null, faces);
  }

  private static Verdict of(
      String camera, int partition, long offset, long time, String request, Face... faces) {
    return new Verdict(
        Verdict.SCHEMA,
        Ids.frameId(camera, partition, offset),
        camera,
        new FrameRef(partition, offset, offset, Instant.ofEpochMilli(time), 640, 360, request),
        Arrays.stream(faces).anyMatch(face -> face.match() != null)
            ? Outcome.MATCH
            : Outcome.UNKNOWN,
        List.of(faces),
        null,
        MODELS,
        null,
        new Timings(0, 0, 0, 0),
        null);
  }

  static Face face(String person, double similarity) {
    return face(person, similarity, null, null);
  }

  static Face face(String person, double similarity, String track, String carriedFrom) {
    return new Face(
        new Box(0.1, 0.2, similarity, 0.4),
        Collections.nCopies(5, new Point(0.5, 0.5)),
        0.9,
        0.8,
        FaceOutcome.MATCH,
        track,
        carriedFrom,
        new Match(
            person,
            "Name of " + person,
            person + "/1",
            "guests",
            List.of("guests"),
            similarity,
            0.4,
            0.1,
            null),
        null,
        AppliedThreshold.fixed(AppliedThreshold.DEFAULT, 0.4),
        List.of(),
        Map.of(),
        null,
        null);
  }

  static Face stranger() {
    return new Face(
        new Box(0.1, 0.2, 0.3, 0.4),
        Collections.nCopies(5, new Point(0.5, 0.5)),
        0.9,
        0.8,
        FaceOutcome.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        null,
        "nobody");
  }
}
