package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final Policy AT_GATE = at("gate");

  private Policies policies =
      Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.42)));

  @Test
  void shouldLookForTheListsPeopleAtItsCamerasAlone() {
    state("staff", at("office*", "gate"));
    assertThat(isInReach("gate", "staff")).isTrue();
    assertThat(isInReach("office-2", "staff")).isTrue();
    assertThat(isInReach("lobby", "staff")).isFalse();
  }

  @Test
  void shouldLookForPeopleOnNoListEverywhere() {
    state("staff", AT_GATE);
    assertThat(isInReach("lobby")).isTrue();
  }

  @Test
  void shouldLookForPeopleOnSeveralListsWhereAnyOfThemIsLookedFor() {
    state("staff", AT_GATE);
    state("vip", at("lobby"));
    state("guests", Policy.ofThreshold(0.5));
    assertThat(isInReach("lobby", "staff", "vip")).isTrue();
    assertThat(isInReach("yard", "staff", "vip")).isFalse();
    assertThat(isInReach("yard", "staff", "guests")).as("guests name no cameras").isTrue();
    assertThat(isInReach("yard", "staff", "nobody laid anything down for this")).isTrue();
  }

  @Test
  void shouldNameTheListsThatAreOutOfScope() {
    assertThat(new Reach(policies).outOfScopeAt("lobby")).isEmpty();
    state("vip", AT_GATE);
    state("staff", AT_GATE);
    state("guests", at("lobby"));
    Reach reach = new Reach(policies);
    assertThat(reach.outOfScopeAt("lobby")).containsExactly("staff", "vip");
    assertThat(reach.outOfScopeAt("gate")).containsExactly("guests");
    assertThat(reach.outOfScopeAt("lobby")).as("asked again").containsExactly("staff", "vip");
  }

  @Test
  void shouldLookForPeopleEverywhereAgainWhenThePolicyIsTakenBack() {
    state("staff", AT_GATE);
    policies = policies.without(PolicyKey.watchlist("staff"));
    assertThat(isInReach("lobby", "staff")).isTrue();
  }

  private void state(String watchlist, Policy policy) {
    policies = policies.with(PolicyKey.watchlist(watchlist), new StatedPolicy(policy, 1));
  }

  private static Policy at(String... cameras) {
    return new Policy(null, null, null, null, null, null, List.of(cameras));
  }

  private boolean isInReach(String camera, String... watchlists) {
    return new Reach(policies).scopeOf(camera, null).reaches(List.of(watchlists));
  }
}
