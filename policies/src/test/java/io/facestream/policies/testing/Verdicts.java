package io.facestream.policies.testing;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Ids;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.RunnerUp;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Verdicts of the camera lobby. */
public final class Verdicts {
  private Verdicts() {}

  /** One that names Ada, by the default threshold of 0.5. */
  public static Verdict namingAda(long offset, double similarity) {
    return of(
        offset,
        naming("p-17", "Ada Lovelace", null, similarity, AppliedThreshold.fixed("default", 0.5)));
  }

  /** One with these faces. */
  public static Verdict of(long offset, Face... faces) {
    return new Verdict(
        Verdict.SCHEMA,
        Ids.frameId("lobby", 0, offset),
        "lobby",
        new FrameRef(0, offset, offset, Instant.now(), 640, 360, null),
        faces.length == 0 ? Outcome.NO_FACE : Outcome.MATCH,
        List.of(faces),
        null,
        new Models("builtin", "detector", "builtin-descriptor-1"),
        new GalleryView(10, Map.of()),
        new Timings(1, 1, 1, 1),
        null);
  }

  /** A face that was recognised. */
  public static Face naming(
      String personId,
      String name,
      List<String> watchlists,
      double similarity,
      AppliedThreshold threshold) {
    String template = Ids.templateId(personId, "1");
    Match match =
        new Match(
            personId, name, template, null, watchlists, similarity, threshold.cosine(), 0.3, null);
    return new Face(
        new Box(0, 0, 0.1, 0.1),
        List.of(),
        0.9,
        0.9,
        FaceOutcome.MATCH,
        null,
        null,
        match,
        new RunnerUp("p-3", 0.2),
        threshold,
        List.of(new Candidate(personId, name, template, null, watchlists, similarity)),
        Map.of(),
        null,
        null);
  }
}
