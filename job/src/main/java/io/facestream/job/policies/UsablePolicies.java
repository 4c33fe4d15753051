package io.facestream.job.policies;

import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.job.records.SkippedRecords;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.PolicyRecords;
import io.facestream.wire.UnusableRecordException;
import java.io.Serializable;

/**
 * Which policies a job can keep to.
 *
 * @param pack name of the job's model pack
 * @param measured whether the false matches of its embedder were measured, so that a share of
 *     strangers can be turned into a cosine
 * @param skips records that are not even looked at
 */
public record UsablePolicies(String pack, boolean measured, SkippedRecords skips)
    implements Serializable {

  /**
   * What a record changes.
   *
   * @throws UnusableRecordException with the reason when it changes nothing
   */
  public PolicyChange change(PolicyRecord record) throws UnusableRecordException {
    String order = skips.refusalOfPolicy(record.partition(), record.offset());
    if (order != null) {
      throw new UnusableRecordException(order, null);
    }
    PolicyKey key = PolicyRecords.key(record.key());
    if (record.value() != null) {
      policy(key, record.value());
    }
    return new PolicyChange(key.toString(), record.partition(), record.offset(), record.value());
  }

  /**
   * What holds after a change.
   *
   * @throws UnusableRecordException with the reason when this job cannot keep to it
   */
  public Policies after(Policies before, PolicyChange change) throws UnusableRecordException {
    PolicyKey key = PolicyKey.parse(change.key());
    return change.value() == null
        ? before.without(key)
        : before.with(key, new StatedPolicy(policy(key, change.value()), change.offset()));
  }

  /**
   * The policy that a value is.
   *
   * @throws UnusableRecordException with the reason when it is none
   */
  private Policy policy(PolicyKey key, byte[] value) throws UnusableRecordException {
    Policy policy = PolicyRecords.policy(key, value);
    if (policy.falseAlerts() != null && !measured) {
      throw new UnusableRecordException(
          "falseAlerts: nobody has measured how often the pack '"
              + pack
              + "' takes a stranger for somebody else; lay down a threshold instead.",
          null);
    }
    return policy;
  }
}
