package io.facestream.client.policies;

import io.facestream.wire.PolicyKey;
import java.util.List;
import java.util.Map;

/**
 * What the topic of policies holds.
 *
 * @param byKey the policies, in the order of their keys
 * @param refused a line for each record that is no policy, and so changed nothing
 */
public record StoredPolicies(Map<PolicyKey, StoredPolicy> byKey, List<String> refused) {}
