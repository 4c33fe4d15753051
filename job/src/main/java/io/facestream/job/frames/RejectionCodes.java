package io.facestream.job.frames;

import io.facestream.vision.quality.Rejection;
import io.facestream.wire.ReasonCode;

/** What vision says of a face, in the words of the records. */
final class RejectionCodes {
  private RejectionCodes() {}

  static ReasonCode of(Rejection.Cause cause) {
    return switch (cause) {
      case TOO_SMALL -> ReasonCode.TOO_SMALL;
      case CUT_OFF -> ReasonCode.CUT_OFF;
      case TURNED_AWAY -> ReasonCode.TURNED_AWAY;
      case ON_ITS_SIDE -> ReasonCode.ON_ITS_SIDE;
      case UPSIDE_DOWN -> ReasonCode.UPSIDE_DOWN;
      case TOO_DARK -> ReasonCode.TOO_DARK;
      case OVEREXPOSED -> ReasonCode.OVEREXPOSED;
      case FLAT -> ReasonCode.FLAT;
      case BLURRED -> ReasonCode.BLURRED;
    };
  }
}
