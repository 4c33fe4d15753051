package io.facestream.policies.cli;

import io.facestream.client.policies.StoredPolicy;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;

/**
 * A policy as it is printed with {@code --json}.
 *
 * @param key for whom it holds
 * @param version offset of its record
 * @param policy what it says
 */
record ListedPolicy(String key, long version, Policy policy) {
  static ListedPolicy of(PolicyKey key, StoredPolicy stored) {
    return new ListedPolicy(key.toString(), stored.version(), stored.policy());
  }
}
