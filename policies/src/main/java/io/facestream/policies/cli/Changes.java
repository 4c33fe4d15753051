package io.facestream.policies.cli;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.client.policies.StoredPolicies;
import io.facestream.policies.PolicyChanges;
import io.facestream.policies.PolicyText;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the topic, changes what it says, and writes what has changed. */
final class Changes {
  private Changes() {}

  /** Changes on top of what the topic holds. */
  static PolicyChanges on(StoredPolicies stored) {
    return new PolicyChanges(
        key -> {
          var policy = stored.byKey().get(key);
          return policy == null ? null : policy.policy();
        });
  }

  /** Writes all of them, or none when one of them cannot be; prints a line for each. */
  static void write(PolicyTopic topic, Consumer<PolicyChanges> edit, PrintWriter out) {
    PolicyChanges changes = on(topic.read());
    edit.accept(changes);
    Map<PolicyKey, Policy> result = changes.result();
    Map<PolicyKey, Long> versions = topic.write(result);
    result.forEach(
        (key, policy) ->
            out.printf(
                Locale.ROOT,
                "%s  %s  (version %d)%n",
                Printable.of(key.toString()),
                policy == null ? "is taken back" : Printable.of(PolicyText.of(policy)),
                versions.get(key)));
    out.flush();
  }
}
