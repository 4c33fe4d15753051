package io.facestream.console.api;

import io.facestream.client.policies.StoredPolicy;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Instant;

/**
 * A policy, for the API.
 *
 * @param id names it in paths: the key with ~1 for a slash and ~0 for a tilde, as JSON pointers
 *     have it, since servers take no slash within a part of a path
 * @param version offset of its record, which verdicts name as policyVersion
 */
record PolicyView(String id, String key, Policy policy, long version, Instant since) {
  static PolicyView of(PolicyKey key, StoredPolicy stored) {
    return new PolicyView(
        id(key), key.toString(), stored.policy(), stored.version(), stored.since());
  }

  static String id(PolicyKey key) {
    return key.toString().replace("~", "~0").replace("/", "~1");
  }

  static String key(String id) {
    return id.replace("~1", "/").replace("~0", "~");
  }

  /** By version and time: of a topic made anew the versions begin again. */
  static String etag(StoredPolicy stored) {
    return stored == null
        ? null
        : "\"" + stored.version() + "-" + stored.since().toEpochMilli() + "\"";
  }
}
