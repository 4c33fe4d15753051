package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewersAskedTest {
  private Policies policies =
      Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.42)));

  @Test
  void shouldAskForOneUnlessAPolicyAsksForTwo() {
    assertThat(of("ada", "staff")).isEqualTo(1);
    state(PolicyKey.watchlist("vip"), 2);
    assertThat(of("ada", "staff")).isEqualTo(1);
    assertThat(of("ada", "vip")).isEqualTo(2);
  }

  @Test
  void shouldTakeTheMostOfSeveralListsAndThePersonsOwnBeforeThem() {
    state(PolicyKey.watchlist("vip"), 2);
    state(PolicyKey.watchlist("staff"), 1);
    assertThat(of("ada", "staff", "vip")).isEqualTo(2);
    state(PolicyKey.person("ada"), 1);
    assertThat(of("ada", "staff", "vip")).isEqualTo(1);
    assertThat(of("ben", "staff", "vip")).isEqualTo(2);
  }

  @Test
  void shouldAskAtACameraAndByDefaultWhereNoListSaysAnything() {
    state(PolicyKey.DEFAULT, 2);
    assertThat(of("ada")).isEqualTo(2);
    state(PolicyKey.camera("lobby"), 1);
    assertThat(of("ada")).isEqualTo(1);
  }

  private int of(String person, String... watchlists) {
    return new ReviewersAsked(policies).of(person, List.of(watchlists), "lobby");
  }

  private void state(PolicyKey key, int reviewers) {
    Policy policy = new Policy(null, null, null, null, null, null, null, null, null, reviewers);
    policies = policies.with(key, new StatedPolicy(policy, 1));
  }
}
