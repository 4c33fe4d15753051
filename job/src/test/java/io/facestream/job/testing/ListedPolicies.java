package io.facestream.job.testing;

import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Policies of a topic with one partition, given by hand. */
public final class ListedPolicies implements KeptPolicies {
  private static final long serialVersionUID = 1L;

  /** A record cannot be written by Java's serialization, its parts can. */
  private final ArrayList<byte[]> keysAndValues = new ArrayList<>();

  /** In the order of their offsets, from 0. */
  public ListedPolicies(List<PolicyRecord> records) {
    for (PolicyRecord record : records) {
      keysAndValues.add(record.key());
      keysAndValues.add(record.value());
    }
  }

  /** A record of the only partition; without a value it takes a policy back. */
  public static PolicyRecord policy(long offset, String key, String value) {
    return new PolicyRecord(
        0,
        offset,
        key.getBytes(StandardCharsets.UTF_8),
        value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Map<Integer, Long> read(Visitor visitor) throws Exception {
    int records = keysAndValues.size() / 2;
    for (int i = 0; i < records; i++) {
      visitor.policy(
          new PolicyRecord(0, i, keysAndValues.get(2 * i), keysAndValues.get(2 * i + 1)));
    }
    return Map.of(0, (long) records);
  }
}
