package io.facestream.quickstart.demo;

import io.facestream.onejvm.StageLatencies;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts what came out of the job. Written by the follower's thread, read by others. */
final class Tally {
  /** What unknown people are called together. */
  private static final String UNKNOWN = "unknown people";

  private final StageLatencies latencies = new StageLatencies();
  private final Map<String, Long> sightingsByName = new TreeMap<>();
  private final Refusals refusedFrames;
  private final boolean capturedByTheClock;
  private final Refusals refusedTemplates = new Refusals(Refusal::keyOrPlace);
  private long verdicts;
  private long alerts;
  private long matchedFaces;
  private long unknownFaces;
  private long rejectedFaces;

  /**
   * Nothing yet.
   *
   * @param originOfFrame says which picture a refused one is
   * @param capturedByTheClock whether capture times are the clock's and not those of a film
   */
  Tally(Function<Refusal, String> originOfFrame, boolean capturedByTheClock) {
    this.refusedFrames = new Refusals(originOfFrame);
    this.capturedByTheClock = capturedByTheClock;
  }

  synchronized void add(Verdict verdict) {
    verdicts++;
    verdict.faces().forEach(this::add);
    latencies.add(verdict.timings());
  }

  synchronized void addAlert() {
    alerts++;
  }

  synchronized void add(Sighting sighting) {
    if (sighting.kind() == SightingKind.OPEN) {
      // There may be more unknown people than fit a line.
      String name = Boolean.TRUE.equals(sighting.unknown()) ? UNKNOWN : sighting.person().name();
      sightingsByName.merge(name, 1L, Long::sum);
    }
  }

  synchronized void addRefusedFrame(Refusal frame) {
    refusedFrames.add(frame);
  }

  synchronized void addRefusedTemplate(Refusal template) {
    refusedTemplates.add(template);
  }

  /** Frames that the job is done with: judged, or refused with a reason. */
  synchronized long doneFrames() {
    return verdicts + refusedFrames.count();
  }

  synchronized Totals totals() {
    return new Totals(
        verdicts,
        refusedFrames.count(),
        refusedFrames.lines(),
        refusedTemplates.count(),
        refusedTemplates.lines(),
        matchedFaces,
        unknownFaces,
        rejectedFaces,
        alerts,
        new TreeMap<>(sightingsByName),
        latencies.table(capturedByTheClock));
  }

  private void add(Face face) {
    if (face.match() != null) {
      matchedFaces++;
    } else if (face.outcome() == FaceOutcome.REJECTED) {
      rejectedFaces++;
    } else {
      unknownFaces++;
    }
  }

  /** The counts at one moment. */
  record Totals(
      long verdicts,
      long refusedFrames,
      List<String> frameReasons,
      long refusedTemplates,
      List<String> templateReasons,
      long matchedFaces,
      long unknownFaces,
      long rejectedFaces,
      long alerts,
      Map<String, Long> sightingsByName,
      String latencies) {

    long sightings() {
      return sightingsByName.values().stream().mapToLong(Long::longValue).sum();
    }

    long faces() {
      return matchedFaces + unknownFaces + rejectedFaces;
    }
  }
}
