package io.facestream.job.followed;

/** How somebody who is followed stands to the gallery, by all views of him so far. */
public enum Standing {
  /** Somebody of the gallery. */
  KNOWN,
  /**
   * Perhaps somebody of the gallery: not confirmed yet, too close to two people, or nearly as alike
   * as would have to be.
   */
  IN_DOUBT,
  /** Nobody of the gallery. */
  STRANGER
}
