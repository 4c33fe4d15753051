package io.facestream.quickstart.demo;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.BestView;
import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Point;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Answers of a job, as tests want them. */
public final class Answers {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.120Z");
  private static final Models MODELS = new Models("standard", "yunet", "mobilefacenet-128");
  private static final List<String> LISTS = List.of("guests", "vip");
  private static final Timings TIMINGS = new Timings(9, 4, 3, 31);

  private Answers() {}

  public static Face recognise(String name) {
    Match match = new Match("p-17", name, "p-17/2", "guests", LISTS, 0.63, 0.42, 0.31, null);
    return face(match, List.of(new Candidate("p-17", name, "p-17/2", "guests", LISTS, 0.63)), null);
  }

  public static Face stranger() {
    Candidate nearest = new Candidate("p-17", "Ada Lovelace", "p-17/2", "guests", LISTS, 0.12);
    return face(null, List.of(nearest), "below the threshold");
  }

  public static Face rejectFor(String reason) {
    return face(FaceOutcome.REJECTED, null, null, List.of(), reason);
  }

  /** Of whose track an earlier view has shown that it is nobody. */
  public static Face carriedStranger() {
    return face(FaceOutcome.UNKNOWN, "lobby@0-0", null, List.of(), "below the threshold");
  }

  public static Verdict verdictOn(long sequence, Face... faces) {
    return new Verdict(
        Verdict.SCHEMA,
        "lobby@0-" + sequence,
        "lobby",
        frame(sequence),
        faces.length == 0 ? Outcome.NO_FACE : Outcome.UNKNOWN,
        List.of(faces),
        null,
        MODELS,
        new GalleryView(10, Map.of(0, 10L)),
        TIMINGS,
        null);
  }

  public static Sighting sightingOf(String name, SightingKind kind) {
    return new Sighting(
        Sighting.SCHEMA,
        "lobby@0-1834/p-17",
        kind,
        "lobby",
        new SightedPerson("p-17", name, LISTS, null),
        NOON,
        NOON.plusMillis(11_250),
        71,
        BestView.recognised(
            frame(1834),
            new Box(0.25, 0.25, 0.25, 0.5),
            0.63,
            AppliedThreshold.fixed(AppliedThreshold.DEFAULT, 0.42),
            "p-17/2"),
        List.of(),
        null,
        MODELS,
        null,
        null,
        null);
  }

  /** Of somebody who is not in the gallery. */
  static Sighting sightingOfSomebodyUnknown(SightingKind kind) {
    return new Sighting(
            Sighting.SCHEMA,
            "lobby@0-1834/unknown/3f9a2c7be1d04a56",
            kind,
            "lobby",
            SightedPerson.unknown("unknown/3f9a2c7be1d04a56"),
            NOON,
            NOON.plusMillis(11_250),
            71,
            BestView.unknown(frame(1834), new Box(0.25, 0.25, 0.25, 0.5), 0.7),
            List.of(),
            null,
            MODELS,
            null,
            null,
            null)
        .ofUnknown();
  }

  private static Face face(Match match, List<Candidate> candidates, String reason) {
    FaceOutcome outcome = match == null ? FaceOutcome.UNKNOWN : FaceOutcome.MATCH;
    return face(outcome, null, match, candidates, reason);
  }

  private static Face face(
      FaceOutcome outcome,
      String carriedFrom,
      Match match,
      List<Candidate> candidates,
      String reason) {
    return new Face(
        new Box(0.25, 0.25, 0.25, 0.5),
        Collections.nCopies(5, new Point(0.375, 0.5)),
        0.9,
        0.7,
        outcome,
        carriedFrom == null ? null : carriedFrom + "#0",
        carriedFrom,
        match,
        null,
        null,
        candidates,
        Map.of(),
        match == null ? ReasonCode.BELOW_THRESHOLD : null,
        reason);
  }

  private static FrameRef frame(long sequence) {
    return new FrameRef(0, sequence, sequence, NOON, 640, 360, null);
  }
}
