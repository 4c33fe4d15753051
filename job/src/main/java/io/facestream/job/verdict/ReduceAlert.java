package io.facestream.job.verdict;

import io.facestream.wire.Alert;
import io.facestream.wire.Match;

/** Shows the person's id in place of a long name: the only part of an alert that may be long. */
public final class ReduceAlert implements Reduction<Alert> {
  private static final long serialVersionUID = 1L;

  @Override
  public Alert smaller(Alert whole, int step) {
    if (step > 1) {
      return null;
    }
    Match match = whole.match();
    return new Alert(
        whole.schema(),
        whole.alertId(),
        whole.cameraId(),
        whole.frame(),
        whole.face(),
        new Match(
            match.personId(),
            match.personId(),
            match.templateId(),
            match.watchlist(),
            match.similarity(),
            match.threshold(),
            match.margin()),
        whole.runnerUp(),
        whole.models(),
        whole.gallery(),
        whole.timings(),
        whole.expiresAt(),
        "the name");
  }
}
