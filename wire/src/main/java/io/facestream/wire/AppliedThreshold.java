package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a candidate had to reach, and where that came from.
 *
 * @param cosine −1…1
 * @param origin whose threshold it is: {@code person/ID}, {@code watchlist/NAME}, {@code camera/ID}
 *     or {@link #DEFAULT}
 * @param falseAlerts the share of strangers' visits that may be named, from which the cosine
 *     follows, above 0, below 1; null when a cosine was laid down
 * @param templates of the gallery for which the cosine keeps that share; null when a cosine was
 *     laid down
 * @param beyondCurve true when so rare a false match was never measured, so that the cosine is a
 *     guess; null when a cosine was laid down
 * @param policyVersion offset on {@code policies} of the record that laid it down; null when the
 *     job's options or the gallery did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppliedThreshold(
    double cosine,
    String origin,
    Double falseAlerts,
    Long templates,
    Boolean beyondCurve,
    Long policyVersion) {

  /** Origin of a threshold that is nobody's own. */
  public static final String DEFAULT = "default";

  /** A cosine that the job's options or the gallery laid down. */
  public static AppliedThreshold fixed(String origin, double cosine) {
    return fixed(origin, cosine, null);
  }

  /** A cosine that was laid down, by a policy of this version or, where it is null, otherwise. */
  public static AppliedThreshold fixed(String origin, double cosine, Long policyVersion) {
    return new AppliedThreshold(cosine, origin, null, null, null, policyVersion);
  }
}
