package io.facestream.job.verdict;

import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.policies.PolicyChange;

/**
 * What the judge has to know from the next frame on: one of the two.
 *
 * @param policy a policy that changed, or null
 * @param template a template of the gallery that changed, or null
 */
public record JudgeUpdate(PolicyChange policy, TemplateChange template) {
  public static JudgeUpdate of(PolicyChange policy) {
    return new JudgeUpdate(policy, null);
  }

  public static JudgeUpdate of(TemplateChange template) {
    return new JudgeUpdate(null, template);
  }
}
