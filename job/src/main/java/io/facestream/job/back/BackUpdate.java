package io.facestream.job.back;

import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.policies.PolicyChange;

/**
 * What the search back in time has to know, on every slice: one of the four.
 *
 * @param enrolment somebody was enrolled, or null
 * @param erased a template was erased, or null
 * @param policy a policy that changed, or null
 * @param example a negative example that changed, or null
 */
public record BackUpdate(
    Enrolment enrolment, String erased, PolicyChange policy, ExampleChange example) {
  static BackUpdate enrolled(Enrolment enrolment) {
    return new BackUpdate(enrolment, null, null, null);
  }

  static BackUpdate erased(String templateId) {
    return new BackUpdate(null, templateId, null, null);
  }

  /** A policy changed. */
  public static BackUpdate of(PolicyChange policy) {
    return new BackUpdate(null, null, policy, null);
  }

  /** A negative example changed. */
  public static BackUpdate of(ExampleChange example) {
    return new BackUpdate(null, null, null, example);
  }
}
