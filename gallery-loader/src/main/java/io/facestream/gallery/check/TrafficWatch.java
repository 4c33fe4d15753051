package io.facestream.gallery.check;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts verdicts; of people it keeps one line each, however many verdicts there are. */
public final class TrafficWatch {
  /** Less than this says nothing about a day. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final Map<String, LiveImpostor> nearest = new HashMap<>();
  private final Set<String> cameras = new HashSet<>();
  private Instant first;
  private long verdicts;
  private long faces;
  private long compared;
  private long unknown;
  private Instant told = Instant.MIN;
  private Double threshold;

  /**
   * Takes in a verdict, unless it answers a picture that somebody handed in: that is nobody who
   * passed by.
   *
   * @param at when its record was written, as the topic says
   */
  public void add(Instant at, Verdict verdict) {
    if (verdict.answersRequest()) {
      return;
    }
    first = first == null || at.isBefore(first) ? at : first;
    verdicts++;
    cameras.add(verdict.cameraId());
    if (verdict.faces() != null) {
      for (Face face : verdict.faces()) {
        add(verdict, face);
        note(at, face.threshold());
      }
    }
  }

  /** Partitions come one after the other, so the last to come need not be the latest. */
  private void note(Instant at, AppliedThreshold applied) {
    if (applied != null
        && AppliedThreshold.DEFAULT.equals(applied.origin())
        && !at.isBefore(told)) {
      told = at;
      threshold = applied.cosine();
    }
  }

  private void add(Verdict verdict, Face face) {
    faces++;
    List<Candidate> candidates = face.candidates() == null ? List.of() : face.candidates();
    if (face.match() != null) {
      compared++;
    } else if (face.outcome() == FaceOutcome.UNKNOWN || !candidates.isEmpty()) {
      compared++;
      unknown++;
      candidates.stream().findFirst().ifPresent(best -> add(verdict, best));
    }
  }

  private void add(Verdict verdict, Candidate best) {
    nearest.merge(
        best.personId(),
        new LiveImpostor(
            best.personId(),
            best.name(),
            1,
            best.similarity(),
            verdict.verdictId(),
            best.templateId()),
        LiveImpostor::and);
  }

  /**
   * What was seen.
   *
   * @param since the verdicts were read from then on; what the topic has forgotten does not count
   * @param now when they were read
   * @return null when there was none
   */
  public Traffic traffic(Instant since, Instant now) {
    if (verdicts == 0) {
      return null;
    }
    Instant begun = first.isBefore(since) ? since : first;
    Instant latest = now.minus(SHORTEST);
    return new Traffic(
        begun.isBefore(latest) ? begun : latest,
        now,
        verdicts,
        cameras.size(),
        faces,
        compared,
        unknown,
        threshold,
        nearest.values().stream()
            .sorted(
                Comparator.comparingDouble(LiveImpostor::highest)
                    .reversed()
                    .thenComparing(LiveImpostor::personId))
            .toList());
  }
}
