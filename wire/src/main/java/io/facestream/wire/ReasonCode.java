package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a face has no match, for programs. Codes are only added: a reader takes one that it does not
 * know by the face's {@link FaceOutcome}.
 */
public enum ReasonCode {
  /** Rejected: narrower than the least width. */
  @JsonProperty("too-small")
  TOO_SMALL,
  /** Rejected: part of the face is outside the picture. */
  @JsonProperty("cut-off")
  CUT_OFF,
  /** Rejected: seen from the side. */
  @JsonProperty("turned-away")
  TURNED_AWAY,
  /** Rejected: the camera, or its picture, is turned by a quarter. */
  @JsonProperty("on-its-side")
  ON_ITS_SIDE,
  /** Rejected: the camera, or its picture, stands on its head. */
  @JsonProperty("upside-down")
  UPSIDE_DOWN,
  /** Rejected: too little light. */
  @JsonProperty("too-dark")
  TOO_DARK,
  /** Rejected: too much light. */
  @JsonProperty("overexposed")
  OVEREXPOSED,
  /** Rejected: too little contrast, as behind fog or glare. */
  @JsonProperty("flat")
  FLAT,
  /** Rejected: out of focus, or moving. */
  @JsonProperty("blurred")
  BLURRED,
  /** Rejected: the embedder gave nothing that can be compared. */
  @JsonProperty("not-comparable")
  NOT_COMPARABLE,
  /** Unknown: the search returned nobody. */
  @JsonProperty("no-candidate")
  NO_CANDIDATE,
  /** Unknown: the best candidate is not similar enough. */
  @JsonProperty("below-threshold")
  BELOW_THRESHOLD,
  /** Unknown: the best candidate is not far enough ahead of the next. */
  @JsonProperty("too-close")
  TOO_CLOSE,
  /**
   * Unknown: the face is nearer to a stranger's, kept as "not this person", than to the person's.
   */
  @JsonProperty("negative-example")
  NEGATIVE_EXAMPLE,
  /** Unknown: somebody passed, in fewer views of the face's track than have to confirm it. */
  @JsonProperty("unconfirmed")
  UNCONFIRMED
}
