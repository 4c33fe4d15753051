package io.facestream.console.cameras;

import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many people whom nobody knew came before a camera within the last hour: tracks that began
 * with a face without a match. Where faces are not followed nobody can tell one visit from the
 * next.
 */
final class StrangerVisits {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();
  private static final int MOST = 20_000;

  private final Deque<Instant> begun = new ArrayDeque<>();
  private Instant first;
  private Instant newest;
  private boolean untracked;

  void add(Verdict verdict) {
    Instant at = verdict.frame().capturedAt();
    first = first == null || at.isBefore(first) ? at : first;
    newest = newest == null || at.isAfter(newest) ? at : newest;
    if (verdict.faces() != null) {
      verdict.faces().forEach(face -> add(face, verdict.verdictId(), at));
    }
    while (begun.size() > MOST) {
      first = begun.remove();
    }
    Instant oldest = newest.minus(WINDOW);
    if (first.isBefore(oldest)) {
      first = oldest;
    }
    while (!begun.isEmpty() && begun.peek().isBefore(oldest)) {
      begun.remove();
    }
  }

  private void add(Face face, String verdictId, Instant at) {
    if (face.outcome() == FaceOutcome.REJECTED) {
      return;
    }
    untracked |= face.track() == null;
    if (face.outcome() == FaceOutcome.UNKNOWN
        && face.track() != null
        && face.track().startsWith(verdictId + "#")) {
      begun.add(at);
    }
  }

  /** At the same rate in a day; null when that cannot be said yet. */
  Double perDay() {
    if (untracked || first == null) {
      return null;
    }
    Duration seen = Duration.between(first, newest);
    return seen.compareTo(LEAST) < 0 ? null : begun.size() * DAY_SECONDS / seen.toSeconds();
  }
}
