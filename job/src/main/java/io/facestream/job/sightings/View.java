package io.facestream.job.sightings;

import io.facestream.wire.BestView;
import io.facestream.wire.Models;
import io.facestream.wire.SightedPerson;

/** Somebody seen in a frame, or in several of one track that are told of together. */
public interface View {
  /** {@link io.facestream.wire.Ids#frameId}. */
  String frameId();

  /** Capture time of the latest frame, milliseconds since the epoch. */
  long time();

  /** Capture time of the earliest frame, milliseconds since the epoch. */
  default long since() {
    return time();
  }

  /** How many frames. */
  default long frames() {
    return 1;
  }

  /** Who it is. */
  SightedPerson person();

  /** Where the face is, and what speaks for it being theirs. */
  BestView best();

  /** Whether the face was not searched itself. */
  boolean carried();

  /** {@link io.facestream.wire.Ids#trackId}, or null. */
  String track();

  /** The models that looked. */
  Models models();

  /** {@link SightedPerson#personId}. */
  default String personId() {
    return person().personId();
  }
}
