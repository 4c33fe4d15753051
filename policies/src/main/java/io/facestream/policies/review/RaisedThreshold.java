package io.facestream.policies.review;

import io.facestream.client.policies.StoredPolicies;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.policies.PolicyChanges;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * What follows from a mistake: the threshold of the person who was named rises until that face
 * would not be named again. It never falls.
 *
 * @param key the person's
 * @param before their policy on the topic; null when there is none
 * @param inForce cosine that they had to reach before, at the camera of the mistake, −1…1
 * @param similarity of the mistake, −1…1
 * @param cosine what they have to reach from now on, −1…1
 * @param after their policy from now on; the one before when nothing rises
 * @param loweredAt cameras with a stricter policy, whose place the person's own takes
 */
public record RaisedThreshold(
    PolicyKey key,
    Policy before,
    double inForce,
    double similarity,
    double cosine,
    Policy after,
    List<String> loweredAt) {
  /** So that another picture of the same stranger, which varies a little, is below, too. */
  private static final BigDecimal BEYOND = new BigDecimal("0.005");

  private static final int PLACES = 3;

  /**
   * Of a mistake.
   *
   * @param stored what the topic of policies holds
   * @throws io.facestream.policies.PolicyException when what applies now cannot be told
   */
  public static RaisedThreshold of(NamedFace mistake, StoredPolicies stored) {
    PolicyKey key = PolicyKey.person(mistake.match().personId());
    StoredPolicy own = stored.byKey().get(key);
    Policy before = own == null ? null : own.policy();
    ThresholdsNow now = new ThresholdsNow(mistake, stored);
    double inForce = Math.max(mistake.threshold().cosine(), now.here());
    double beyond = beyond(mistake.match().similarity());
    // What applied then may come from a policy that was taken back since; below it nothing falls.
    boolean enough = now.here() >= beyond;
    double cosine = enough ? now.here() : Math.max(inForce, beyond);
    if (enough) {
      return new RaisedThreshold(
          key, before, now.here(), mistake.match().similarity(), cosine, before, List.of());
    }
    PolicyChanges changes = new PolicyChanges(asked -> before);
    changes.setThreshold(key, cosine);
    return new RaisedThreshold(
        key,
        before,
        inForce,
        mistake.match().similarity(),
        cosine,
        changes.result().get(key),
        now.camerasAbove(cosine, stored));
  }

  /** Above a similarity, to three places, at most 1. */
  static double beyond(double similarity) {
    return BigDecimal.valueOf(similarity)
        .add(BEYOND)
        .setScale(PLACES, RoundingMode.CEILING)
        .min(BigDecimal.ONE)
        .doubleValue();
  }

  /** Whether the person's policy has to change. */
  public boolean rises() {
    return after != before;
  }

  /** Whether that face would be named nevertheless: there is no cosine above 1. */
  public boolean isNamedNevertheless() {
    return similarity >= cosine;
  }

  /** The changes to write to the topic. */
  public Map<PolicyKey, Policy> changes() {
    return rises() ? Map.of(key, after) : Map.of();
  }
}
