package io.facestream.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.wire.Json;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.PolicyRecords;
import io.facestream.wire.UnusableRecordException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of policies as they are written on a command line: {@code watchlist/vip.threshold=0.5}.
 *
 * <p>Names may contain dots, so the field is what stands between the last dot and the sign of
 * equality. Each change leaves the other fields of its policy as they are, but for the two forms of
 * the threshold, of which one takes the place of the other.
 */
public final class PolicyChanges {
  private static final String EXAMPLE =
      "write KEY.FIELD=VALUE, such as default.falseAlerts=0.1% or watchlist/vip.threshold=0.5";
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?s)(.+?)\\.(" + String.join("|", PolicyRecords.FIELDS) + ")\\s*=(.*)");
  private static final Map<String, String> OTHER_FORM =
      Map.of("threshold", "falseAlerts", "falseAlerts", "threshold");

  private final Function<PolicyKey, Policy> now;
  private final Map<PolicyKey, ObjectNode> changed = new LinkedHashMap<>();

  private final Map<PolicyKey, Set<String>> setFields = new HashMap<>();

  /**
   * No change yet.
   *
   * @param now what is said of a key, or null
   */
  public PolicyChanges(Function<PolicyKey, Policy> now) {
    this.now = now;
  }

  /**
   * Sets a field.
   *
   * @param assignment {@code KEY.FIELD=VALUE}
   * @throws PolicyArgumentException when it is none, or the value cannot be
   */
  public void set(String assignment) {
    Matcher found = ASSIGNMENT.matcher(assignment);
    if (!found.matches()) {
      throw notUnderstood(assignment);
    }
    String field = found.group(2);
    PolicyKey key = key(found.group(1));
    put(key, field, FieldText.value(field, found.group(3)));
    setFields.computeIfAbsent(key, added -> new TreeSet<>()).add(field);
  }

  /**
   * Sets the threshold of a policy.
   *
   * @param cosine −1…1
   */
  public void setThreshold(PolicyKey key, double cosine) {
    put(key, "threshold", DoubleNode.valueOf(cosine));
  }

  private void put(PolicyKey key, String field, JsonNode value) {
    ObjectNode fields = fieldsOf(key);
    fields.set(field, value);
    if (OTHER_FORM.containsKey(field)) {
      fields.remove(OTHER_FORM.get(field));
    }
    result();
  }

  /**
   * Takes a policy back, or a field of one; none of those that were set beside.
   *
   * @param place {@code KEY} or {@code KEY.FIELD}
   * @throws PolicyArgumentException when it is neither, or was set
   * @throws PolicyException when nothing is said there
   */
  public void unset(String place) {
    int dot = place.lastIndexOf('.');
    boolean isField = dot > 0 && PolicyRecords.FIELDS.contains(place.substring(dot + 1));
    PolicyKey key = key(isField ? place.substring(0, dot) : place);
    requireNotSet(key, isField ? place.substring(dot + 1) : null);
    ObjectNode fields = fieldsOf(key);
    boolean there = isField ? fields.remove(place.substring(dot + 1)) != null : !fields.isEmpty();
    if (!there) {
      throw new PolicyException(
          "Nothing is said of '" + place + "'; 'facestream policy list' has what is");
    }
    if (!isField) {
      fields.removeAll();
    }
  }

  /** Whichever of the two came last would win, and nobody would be told. */
  private void requireNotSet(PolicyKey key, String fieldOrAll) {
    for (String field : setFields.getOrDefault(key, Set.of())) {
      if (fieldOrAll == null || fieldOrAll.equals(field)) {
        throw new PolicyArgumentException(
            "'" + key + "." + field + "' is set and taken back at once; leave out one of the two");
      }
      if (field.equals(OTHER_FORM.get(fieldOrAll))) {
        throw new PolicyArgumentException(
            "'"
                + key
                + "."
                + fieldOrAll
                + "' goes by itself when '"
                + field
                + "' is set; do not take it back too");
      }
    }
  }

  /** The policies that result, by key; null for one of which nothing is left. */
  public Map<PolicyKey, Policy> result() {
    Map<PolicyKey, Policy> result = new LinkedHashMap<>();
    changed.forEach((key, fields) -> result.put(key, policy(key, fields)));
    return result;
  }

  /** Those and the ones that were not touched. */
  public Map<PolicyKey, Policy> over(Map<PolicyKey, Policy> all) {
    Map<PolicyKey, Policy> result = new LinkedHashMap<>(all);
    result.putAll(result());
    result.values().removeIf(Objects::isNull);
    return result;
  }

  private static Policy policy(PolicyKey key, ObjectNode fields) {
    if (fields.isEmpty()) {
      return null;
    }
    try {
      return PolicyRecords.policy(key, fields);
    } catch (UnusableRecordException e) {
      throw new PolicyArgumentException(key + ": " + e.getMessage());
    }
  }

  private ObjectNode fieldsOf(PolicyKey key) {
    return changed.computeIfAbsent(
        key,
        added -> {
          Policy policy = now.apply(added);
          try {
            return PolicyRecords.fields(Json.toBytes(policy == null ? Policy.EMPTY : policy));
          } catch (UnusableRecordException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /**
   * The key that a text is.
   *
   * @throws PolicyArgumentException when it is none
   */
  public static PolicyKey key(String text) {
    try {
      return PolicyKey.parse(text);
    } catch (UnusableRecordException e) {
      throw new PolicyArgumentException(e.getMessage());
    }
  }

  private static PolicyArgumentException notUnderstood(String assignment) {
    int equals = assignment.indexOf('=');
    String place = equals < 0 ? assignment : assignment.substring(0, equals);
    int dot = place.lastIndexOf('.');
    if (equals < 0 || dot < 1) {
      return new PolicyArgumentException(
          "'" + assignment + "' is no change of a policy; " + EXAMPLE);
    }
    return new PolicyArgumentException(
        "There is no field '"
            + place.substring(dot + 1).strip()
            + "' in a policy; there are "
            + String.join(", ", PolicyRecords.FIELDS));
  }
}
