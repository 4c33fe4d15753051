package io.facestream.job.sightings;

import io.facestream.job.verdict.Reduction;
import io.facestream.wire.Sighting;

/** Leaves out the parts of a sighting that may be long: the name, then watchlists and tracks. */
public final class ReduceSighting implements Reduction<Sighting> {
  private static final long serialVersionUID = 1L;

  @Override
  public Sighting smaller(Sighting whole, int step) {
    return switch (step) {
      case 1 -> whole.withoutName();
      case 2 -> whole.withoutWhatMayBeLong();
      default -> null;
    };
  }
}
