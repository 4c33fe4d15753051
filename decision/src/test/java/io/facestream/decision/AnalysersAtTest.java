package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalysersAtTest {
  private Policies policies =
      Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.42)));

  @Test
  void shouldAnalyseNothingUnlessAPolicySaysSo() {
    assertThat(at().of("desk")).isEmpty();
    assertThat(at().refuses("desk", "emotion")).isFalse();
  }

  @Test
  void shouldPreferTheCamerasOwnListAlsoAnEmptyOne() {
    state(PolicyKey.DEFAULT, List.of("liveness"), null);
    state(PolicyKey.camera("desk"), List.of("age-gender", "emotion"), null);
    state(PolicyKey.camera("gate"), List.of(), null);
    assertThat(at().of("desk")).containsExactly("age-gender", "emotion");
    assertThat(at().of("gate")).isEmpty();
    assertThat(at().of("lobby")).containsExactly("liveness");
  }

  @Test
  void shouldRefuseWhatTheDefaultOrTheCameraRefuses() {
    state(PolicyKey.DEFAULT, null, List.of("emotion"));
    state(PolicyKey.camera("desk"), List.of("age-gender", "emotion", "race"), List.of("race"));
    assertThat(at().of("desk")).containsExactly("age-gender");
    assertThat(at().refuses("desk", "race")).isTrue();
    assertThat(at().refuses("desk", "emotion")).isTrue();
    assertThat(at().refuses("lobby", "race")).isFalse();
    assertThat(at().refuses("lobby", "emotion")).isTrue();
  }

  private AnalysersAt at() {
    return new AnalysersAt(policies);
  }

  private void state(PolicyKey key, List<String> analysers, List<String> refused) {
    Policy policy = new Policy(null, null, null, null, null, null, null, analysers, refused);
    policies = policies.with(key, new StatedPolicy(policy, 1));
  }
}
