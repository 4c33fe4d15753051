package io.facestream.console.testing;

import io.facestream.vision.packs.ModelPacks;
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
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Verdicts with all that a rehearsal reads of them. */
public final class NamedFaces {
  private static final double NEEDED = 0.5;

  private NamedFaces() {}

  /**
   * One that names somebody, by the threshold of the job's options, 0.5.
   *
   * @param pack the job's
   */
  public static Verdict verdict(
      String pack,
      String camera,
      long offset,
      Instant at,
      SightedPerson person,
      double similarity) {
    String template = Ids.templateId(person.personId(), "1");
    AppliedThreshold threshold = AppliedThreshold.fixed(AppliedThreshold.DEFAULT, NEEDED);
    Face face =
        new Face(
            new Box(0.25, 0.25, 0.5, 0.5),
            List.of(),
            0.9,
            0.9,
            FaceOutcome.MATCH,
            null,
            null,
            new Match(
                person.personId(),
                person.name(),
                template,
                null,
                person.watchlists(),
                similarity,
                NEEDED,
                0.3,
                null),
            new RunnerUp("somebody else", 0.1),
            threshold,
            List.of(
                new Candidate(
                    person.personId(),
                    person.name(),
                    template,
                    null,
                    person.watchlists(),
                    similarity)),
            Map.of(),
            null,
            null);
    return new Verdict(
        Verdict.SCHEMA,
        Ids.frameId(camera, 0, offset),
        camera,
        new FrameRef(0, offset, offset, at, 640, 360, null),
        Outcome.MATCH,
        List.of(face),
        null,
        new Models(pack, "detector", ModelPacks.named(pack).embedder().modelId()),
        new GalleryView(10, Map.of()),
        new Timings(1, 1, 1, 1),
        null);
  }
}
