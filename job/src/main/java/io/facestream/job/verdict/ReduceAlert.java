package io.facestream.job.verdict;

import io.facestream.wire.Alert;
import io.facestream.wire.Match;

/**
 * Leaves out the only parts of an alert that may be long: the person's id stands in place of the
 * name, and then the first of the watchlists for all, since watchlists are what is acted on.
 */
public final class ReduceAlert implements Reduction<Alert> {
  private static final long serialVersionUID = 1L;

  @Override
  public Alert smaller(Alert whole, int step) {
    Match unnamed = whole.match().withName(whole.match().personId());
    if (step == 1) {
      return whole.reducedTo(unnamed, "the name");
    }
    if (step == 2 && unnamed.watchlists().size() > 1) {
      return whole.reducedTo(
          unnamed.withFirstWatchlistOnly(), "the name, watchlists after the first");
    }
    return null;
  }
}
