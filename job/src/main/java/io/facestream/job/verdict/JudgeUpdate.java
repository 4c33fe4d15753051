package io.facestream.job.verdict;

import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.policies.PolicyChange;

/**
 * What the judge has to know from the next frame on: one of these.
 *
 * @param policy a policy that changed, or null
 * @param template a template of the gallery that changed, or null
 * @param example a negative example that changed, or null
 */
public record JudgeUpdate(PolicyChange policy, TemplateChange template, ExampleChange example) {
  public static JudgeUpdate of(PolicyChange policy) {
    return new JudgeUpdate(policy, null, null);
  }

  public static JudgeUpdate of(TemplateChange template) {
    return new JudgeUpdate(null, template, null);
  }

  public static JudgeUpdate of(ExampleChange example) {
    return new JudgeUpdate(null, null, example);
  }
}
