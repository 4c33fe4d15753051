package io.facestream.console.policies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.policies.PackRules;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.PolicyRecords;
import io.facestream.wire.UnusableRecordException;

/** Policies as somebody sends them, checked as the command line and the job check them. */
public final class PolicyTexts {
  private static final String DOCUMENTED = "Say it as the document of the API describes";

  private PolicyTexts() {}

  /**
   * The key that a text is.
   *
   * @throws PolicyRefusal when it is none
   */
  public static PolicyKey key(String text) {
    try {
      return PolicyKey.parse(text);
    } catch (UnusableRecordException e) {
      throw PolicyRefusal.of(e.getMessage(), DOCUMENTED);
    }
  }

  /**
   * The policy that a JSON text is.
   *
   * @param pack the job's model pack, which must be measured where a share is asked for
   * @throws PolicyRefusal when it is none
   * @throws io.facestream.policies.PolicyException when nobody has measured the pack
   */
  public static Policy policy(PolicyKey key, byte[] json, String pack) {
    try {
      return usable(PolicyRecords.policy(key, json), pack);
    } catch (UnusableRecordException e) {
      throw PolicyRefusal.of(e.getMessage(), DOCUMENTED);
    }
  }

  /** The same of fields that were read. */
  public static Policy policy(PolicyKey key, ObjectNode fields, String pack) {
    try {
      return usable(PolicyRecords.policy(key, fields), pack);
    } catch (UnusableRecordException e) {
      throw PolicyRefusal.of(e.getMessage(), DOCUMENTED);
    }
  }

  private static Policy usable(Policy policy, String pack) {
    if (policy.equals(Policy.EMPTY)) {
      throw new PolicyRefusal("The policy says nothing", "Name a field, or delete the policy");
    }
    PackRules.requireUsable(policy, pack);
    return policy;
  }
}
