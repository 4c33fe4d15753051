package io.facestream.policies.outlook;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.PolicyKey;

/**
 * What a policy means.
 *
 * @param key for whom, or where, it holds
 * @param version offset of its record; null when the job's options lay it down
 * @param threshold what has to be reached where the most templates are in reach, and whose word
 *     that is
 * @param inReach templates in reach there
 * @param templates those of the people for whom it holds
 * @param share of strangers' visits that will be named as one of them, at the camera at which it is
 *     the most, 0…1; null when nobody has measured the embedder
 * @param falseAlertsADay at all cameras at which it holds; null when that or the traffic is not
 *     known
 * @param beyondCurve whether a false match so rare, or so frequent, was never measured, so that the
 *     share is a guess
 */
public record PolicyOutlook(
    PolicyKey key,
    Long version,
    AppliedThreshold threshold,
    long inReach,
    long templates,
    Double share,
    Double falseAlertsADay,
    boolean beyondCurve) {}
