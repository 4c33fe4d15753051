package io.facestream.decision;

import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Zone;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an operator has laid down: by the job's options, and over them by the topic {@code
 * policies}. For one key, a field that the topic's policy has counts, and one that it lacks is that
 * of the options.
 *
 * @param ofOptions laid down with the job; the default names a threshold
 * @param stated laid down since
 */
public record Policies(Map<PolicyKey, Policy> ofOptions, Map<PolicyKey, StatedPolicy> stated)
    implements Serializable {

  /** Keeps copies that travel with a job. */
  public Policies {
    ofOptions = new HashMap<>(ofOptions);
    stated = new HashMap<>(stated);
    Policy ofAll = ofOptions.get(PolicyKey.DEFAULT);
    if (ofAll == null || ThresholdPolicy.of(ofAll) == null) {
      throw new IllegalArgumentException("The default names no threshold");
    }
  }

  /** Laid down with the job; the default names a threshold. */
  public static Policies ofOptions(Map<PolicyKey, Policy> policies) {
    return new Policies(policies, Map.of());
  }

  /** The same with another policy for a key. */
  public Policies with(PolicyKey key, StatedPolicy policy) {
    Map<PolicyKey, StatedPolicy> changed = new HashMap<>(stated);
    changed.put(key, policy);
    return new Policies(ofOptions, changed);
  }

  /** The same with what the options say of a key. */
  public Policies without(PolicyKey key) {
    Map<PolicyKey, StatedPolicy> changed = new HashMap<>(stated);
    changed.remove(key);
    return new Policies(ofOptions, changed);
  }

  /** What is said of a field for a key itself, or null. */
  <T> Said<T> of(PolicyKey key, Function<Policy, T> field) {
    StatedPolicy live = stated.get(key);
    T value = live == null ? null : field.apply(live.policy());
    if (value != null) {
      return new Said<>(value, key, live.version());
    }
    Policy base = ofOptions.get(key);
    value = base == null ? null : field.apply(base);
    return value == null ? null : new Said<>(value, key, null);
  }

  /** The cameras that are said of a key itself; empty where none are. */
  public List<String> camerasOf(PolicyKey key) {
    Said<List<String>> said = of(key, Policy::cameras);
    return said == null ? List.of() : said.value();
  }

  /** The zones of a camera's picture in which faces are ignored; empty where none are. */
  public List<Zone> ignoredAt(String cameraId) {
    Said<List<Zone>> said = of(PolicyKey.camera(cameraId), Policy::ignore);
    return said == null ? List.of() : said.value();
  }

  /** What is said of a field, by the keys for which anything is. */
  <T> Map<PolicyKey, T> said(Function<Policy, T> field) {
    Map<PolicyKey, T> values = new HashMap<>();
    Stream.concat(ofOptions.keySet().stream(), stated.keySet().stream())
        .forEach(
            key -> {
              Said<T> said = of(key, field);
              if (said != null) {
                values.put(key, said.value());
              }
            });
    return values;
  }

  /** Whether any of them names a share of strangers' visits. */
  boolean nameAShare() {
    return Stream.concat(
            ofOptions.values().stream(), stated.values().stream().map(StatedPolicy::policy))
        .map(Policy::falseAlerts)
        .anyMatch(Objects::nonNull);
  }
}
