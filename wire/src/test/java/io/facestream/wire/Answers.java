package io.facestream.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Verdicts, alerts and sightings as the job writes them, with everything they can hold and with the
 * least.
 */
final class Answers {
  static final Instant CAPTURED_AT = Instant.parse("2026-11-21T10:15:30.120Z");

  private static final Box BOX = new Box(0.41, 0.22, 0.08, 0.17);
  private static final List<Point> LANDMARKS =
      List.of(
          new Point(0.43, 0.28),
          new Point(0.47, 0.28),
          new Point(0.45, 0.32),
          new Point(0.43, 0.35),
          new Point(0.47, 0.35));
  private static final List<String> LISTS = List.of("guests", "vip");
  private static final Match GUEST =
      new Match("p-17", "Ada Lovelace", "p-17/2", "guests", LISTS, 0.63, 0.42, 0.31, true);
  private static final Match ONLY_PERSON_ENROLLED =
      new Match("p-17", "p-17", "p-17/2", null, null, 0.63, 0.42, 1.63, null);
  private static final AppliedThreshold FROM_SHARE =
      new AppliedThreshold(0.42, "default", 0.003, 100_000L, true, 17L);
  private static final RunnerUp NEXT = new RunnerUp("p-3", 0.32);
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("p-17", "Ada Lovelace", "p-17/2", "guests", LISTS, 0.63),
          new Candidate("p-3", "Charles Babbage", "p-3/a/b", null, null, 0.32));
  private static final Models MODELS = new Models("standard", "yunet-n", "mobilefacenet-128");
  private static final GalleryView GALLERY = new GalleryView(100_000, Map.of(0, 100_017L));
  private static final Timings TIMINGS = new Timings(9.1, 4.2, 3.0, 31.5);

  private Answers() {}

  static Alert alertWithEverything() {
    return alert(frame("door-7"), GUEST, NEXT, MODELS, GALLERY);
  }

  static Alert alertWithTheLeast() {
    return alert(
        frame(null),
        ONLY_PERSON_ENROLLED,
        null,
        new Models("standard", null, "mobilefacenet-128"),
        new GalleryView(1, Map.of()));
  }

  static Verdict verdictWithEverything() {
    Face known =
        new Face(
            BOX,
            LANDMARKS,
            0.93,
            0.71,
            FaceOutcome.MATCH,
            "lobby@0-4700#0",
            "lobby@0-4708",
            GUEST,
            NEXT,
            FROM_SHARE,
            CANDIDATES,
            Map.of("age", "36"),
            null,
            null);
    return verdict(Outcome.MATCH, List.of(known, rejectedFace()), frame("door-7"), MODELS, GALLERY);
  }

  static Verdict verdictOnARejectedFace() {
    return verdict(Outcome.REJECTED, List.of(rejectedFace()), frame(null), MODELS, null);
  }

  static Verdict verdictOnAStranger() {
    Face stranger =
        new Face(
            BOX,
            LANDMARKS,
            0.9,
            0.8,
            FaceOutcome.UNKNOWN,
            null,
            null,
            null,
            NEXT,
            AppliedThreshold.fixed("camera/lobby", 0.7),
            CANDIDATES,
            Map.of(),
            ReasonCode.BELOW_THRESHOLD,
            "below threshold: p-17");
    return verdict(Outcome.UNKNOWN, List.of(stranger), frame(null), MODELS, GALLERY);
  }

  /** Before faces had outcomes and codes. */
  static Verdict verdictOfAnEarlierVersion() {
    Face stranger =
        new Face(
            BOX,
            LANDMARKS,
            0.9,
            0.8,
            null,
            null,
            null,
            null,
            NEXT,
            null,
            CANDIDATES,
            Map.of(),
            null,
            "below: p-17");
    return verdict(Outcome.UNKNOWN, List.of(stranger), frame(null), MODELS, GALLERY);
  }

  static Verdict verdictWithoutAFace() {
    return verdict(Outcome.NO_FACE, List.of(), frame(null), MODELS, null);
  }

  static Sighting sightingWithEverything() {
    return sighting(
            SightingKind.UPDATE,
            SightedPerson.of(GUEST),
            FROM_SHARE,
            List.of("lobby@0-4700#0", "lobby@0-4790#1"),
            3)
        .inRetrospect();
  }

  static Sighting sightingWithTheLeast() {
    return sighting(
        SightingKind.OPEN,
        SightedPerson.of(ONLY_PERSON_ENROLLED),
        AppliedThreshold.fixed("default", 0.42),
        List.of(),
        null);
  }

  private static Sighting sighting(
      SightingKind kind,
      SightedPerson person,
      AppliedThreshold threshold,
      List<String> tracks,
      Integer moreTracks) {
    return new Sighting(
        Sighting.SCHEMA,
        Ids.sightingId(Ids.frameId("lobby", 0, 4711), "p-17"),
        kind,
        "lobby",
        person,
        CAPTURED_AT,
        CAPTURED_AT.plusSeconds(7),
        71,
        BestView.recognised(frame(null), BOX, 0.63, threshold, "p-17/2"),
        tracks,
        moreTracks,
        MODELS,
        null,
        null,
        null);
  }

  static Sighting sightingOfSomebodyUnknown() {
    String track = "lobby@0-4700#0";
    String id = Ids.unknownId(LocalDate.of(2026, 11, 21), "lobby@0-4711", track);
    return new Sighting(
            Sighting.SCHEMA,
            Ids.sightingId(Ids.frameId("lobby", 0, 4711), id),
            SightingKind.OPEN,
            "lobby",
            SightedPerson.unknown(id),
            CAPTURED_AT,
            CAPTURED_AT.plusSeconds(3),
            31,
            BestView.unknown(frame(null), BOX, 0.71),
            List.of(track),
            null,
            MODELS,
            null,
            null,
            null)
        .ofUnknown();
  }

  private static Face rejectedFace() {
    return new Face(
        new Box(-0.02, 0.9, 0.05, 0.12),
        LANDMARKS,
        0.6,
        0.1,
        FaceOutcome.REJECTED,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        ReasonCode.TOO_SMALL,
        "the face is 21 pixels wide, 32 are needed");
  }

  static Analysis analysisWithEverything() {
    return new Analysis(
        Analysis.SCHEMA,
        Analysis.idOf("lobby@0-4711", "age-gender", 0),
        "lobby",
        new FrameRef(
            0,
            4711,
            1834,
            CAPTURED_AT,
            1280,
            720,
            "door-7",
            List.of("guests"),
            List.of("age-gender")),
        0,
        BOX,
        "age-gender",
        "face-api-age-gender",
        Map.of("age", 36.2, "female", 0.96),
        "female",
        Map.of("age", "36.2", "gender", "female"),
        null,
        4.1,
        null);
  }

  static Analysis analysisOfFaces() {
    return Analysis.ofFaces(
        "lobby@0-4711",
        "lobby",
        frame("door-7"),
        List.of(
            new AnalysedFace(BOX, LANDMARKS, 0.93, 0.71, null, null),
            new AnalysedFace(BOX, LANDMARKS, 0.9, 0.1, ReasonCode.TOO_SMALL, "21 pixels wide")),
        9.1);
  }

  static Analysis analysisThatFailed() {
    return Analysis.failed("lobby@0-4711", "lobby", frame(null), "emotion", "The job has none.");
  }

  static Review reviewWithEverything() {
    return review(Ids.frameId("lobby", 0, 4711), "a look-alike: no scar");
  }

  static Review reviewWithTheLeast() {
    return review(Ids.sightingId(Ids.frameId("lobby", 0, 4711), "p-17"), null);
  }

  private static Review review(String of, String note) {
    return new Review(
        Review.SCHEMA,
        Ids.reviewId(of, "grace"),
        of,
        "lobby",
        "p-17",
        ReviewOutcome.WRONG,
        "grace",
        CAPTURED_AT.plusSeconds(600),
        note);
  }

  private static Alert alert(
      FrameRef frame, Match match, RunnerUp runnerUp, Models models, GalleryView gallery) {
    return new Alert(
        Alert.SCHEMA,
        Ids.frameId("lobby", 0, 4711),
        "lobby",
        frame,
        new AlertFace(
            BOX,
            LANDMARKS,
            0.93,
            0.71,
            runnerUp == null ? null : "lobby@0-4700#0",
            runnerUp == null ? null : "lobby@0-4708"),
        match,
        runnerUp,
        models,
        gallery,
        TIMINGS,
        CAPTURED_AT.plusSeconds(60),
        null);
  }

  private static Verdict verdict(
      Outcome outcome, List<Face> faces, FrameRef frame, Models models, GalleryView gallery) {
    return new Verdict(
        Verdict.SCHEMA,
        Ids.frameId("lobby", 0, 4711),
        "lobby",
        frame,
        outcome,
        faces,
        outcome == Outcome.MATCH ? 1 : null,
        models,
        gallery,
        TIMINGS,
        null,
        outcome == Outcome.MATCH ? 2 : null);
  }

  private static FrameRef frame(String request) {
    return new FrameRef(0, 4711, 1834, CAPTURED_AT, 1280, 720, request);
  }
}
