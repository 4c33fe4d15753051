package io.facestream.vision.quality;

/**
 * Why a face is not good enough to be compared.
 *
 * @param cause for programs
 * @param message one line for people, with what was measured and what is needed
 */
public record Rejection(Cause cause, String message) {

  /** What is wrong with a face. */
  public enum Cause {
    /** Narrower than the least width. */
    TOO_SMALL,
    /** An eye, the nose or the mouth is outside the picture. */
    CUT_OFF,
    /** Seen from the side. */
    TURNED_AWAY,
    /** The picture is turned by a quarter. */
    ON_ITS_SIDE,
    /** The picture stands on its head. */
    UPSIDE_DOWN,
    /** Too little light. */
    TOO_DARK,
    /** Too much light. */
    OVEREXPOSED,
    /** Too little contrast, as behind fog or glare. */
    FLAT,
    /** Out of focus, or moving. */
    BLURRED
  }
}
