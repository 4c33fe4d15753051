package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Confirmation;
import io.facestream.wire.CurvePoint;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of each field by itself: person over watchlist (the strictest) over camera over default. */
class PrecedenceTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          FalseMatchCurve.of(
              new Models("test", "detector", "embedder"),
              "made up",
              1_000_000,
              1_000,
              List.of(new CurvePoint(1e-2, 0.2), new CurvePoint(1e-4, 0.4))));

  private static final String GATE = "gate";

  private Policies policies =
      Policies.ofOptions(
          Map.of(
              PolicyKey.DEFAULT,
              new Policy(0.42, null, 0.05, null, null, null, null),
              PolicyKey.watchlist("vip"),
              Policy.ofThreshold(0.35)));

  private long version = 100;

  @Test
  void shouldLetEachLevelDecideOverTheLessSpecific() {
    state(PolicyKey.DEFAULT, Policy.ofThreshold(0.5));
    assertThat(thresholdOf(on())).isEqualTo(AppliedThreshold.fixed("default", 0.5, 101L));
    state(PolicyKey.camera(GATE), Policy.ofThreshold(0.51));
    assertThat(thresholdOf(on())).isEqualTo(AppliedThreshold.fixed("camera/gate", 0.51, 102L));
    state(PolicyKey.watchlist("guests"), Policy.ofThreshold(0.1));
    assertThat(thresholdOf(on("guests")))
        .isEqualTo(AppliedThreshold.fixed("watchlist/guests", 0.1, 103L));
    assertThat(thresholdOf(enrolledWith(0.2f, "guests")))
        .as("the person's own of the gallery")
        .isEqualTo(AppliedThreshold.fixed("person/ada", 0.2f));
    state(PolicyKey.person("ada"), Policy.ofThreshold(0.15));
    assertThat(thresholdOf(enrolledWith(0.2f, "guests")))
        .isEqualTo(AppliedThreshold.fixed("person/ada", 0.15, 104L));
  }

  @Test
  void shouldDecideEachFieldByItself() {
    state(PolicyKey.person("ada"), new Policy(null, null, 0.3, null, null, null, null));
    state(PolicyKey.watchlist("vip"), new Policy(null, null, 0.2, null, true, null, null));
    state(PolicyKey.camera(GATE), Policy.ofThreshold(0.7));
    DecisionRule rule = rule();
    assertThat(rule.marginFor(on("vip"), GATE)).as("the person's").isEqualTo(0.3);
    assertThat(rule.thresholdFor(on("vip"), GATE, 10))
        .as("the topic's policy of the list names none, so that of the options counts")
        .isEqualTo(AppliedThreshold.fixed("watchlist/vip", 0.35));
    assertThat(rule.reviewRequiredFor(on("vip"), GATE)).isTrue();
    assertThat(rule.marginFor(new Contender("ben", List.of(), null, 0.9), GATE))
        .as("of the options")
        .isEqualTo(0.05);
  }

  @Test
  void shouldTakeTheStrictestOfSeveralWatchlists() {
    state(PolicyKey.watchlist("a"), policy(0.3, 0.1, new Confirmation(2, 3), false, Recording.ALL));
    state(PolicyKey.watchlist("b"), policy(0.5, 0.02, new Confirmation(3, 9), true, Recording.ALL));
    state(PolicyKey.watchlist("c"), policy(0.4, 0.2, new Confirmation(3, 5), null, Recording.NONE));
    DecisionRule rule = rule();
    for (Contender ada : List.of(on("a", "b", "c"), on("c", "a", "b"), on("b", "c", "a"))) {
      assertThat(rule.thresholdFor(ada, GATE, 10).origin()).isEqualTo("watchlist/b");
      assertThat(rule.marginFor(ada, GATE)).isEqualTo(0.2);
      assertThat(rule.confirmationFor(ada, GATE)).isEqualTo(new Confirmation(3, 5));
      assertThat(rule.reviewRequiredFor(ada, GATE)).isTrue();
      assertThat(rule.recordingFor(ada, GATE)).isEqualTo(Recording.NONE);
    }
    assertThat(rule.recordingFor(on("a", "b"), GATE)).isEqualTo(Recording.ALL);
    assertThat(rule.reviewRequiredFor(on("a"), GATE)).isFalse();
  }

  @Test
  void shouldCompareSharesByTheCosineThatTheyComeTo() {
    state(PolicyKey.watchlist("share"), Policy.ofFalseAlerts(0.01));
    state(PolicyKey.watchlist("cosine"), Policy.ofThreshold(0.38));
    DecisionRule rule = rule();
    Contender onBoth = on("share", "cosine");
    assertThat(rule.thresholdFor(onBoth, GATE, 1).origin()).isEqualTo("watchlist/cosine");
    assertThat(rule.thresholdFor(onBoth, GATE, 1_000).origin())
        .as("the gallery has grown")
        .isEqualTo("watchlist/share");
  }

  @Test
  void shouldLetAMoreSpecificPolicyBeLessStrict() {
    state(PolicyKey.watchlist("seen"), policy(null, null, null, true, Recording.NONE));
    state(PolicyKey.person("ada"), policy(null, null, null, false, Recording.ALL));
    assertThat(rule().reviewRequiredFor(on("seen"), GATE)).isFalse();
    assertThat(rule().recordingFor(on("seen"), GATE)).isEqualTo(Recording.ALL);
  }

  @Test
  void shouldGiveAListNoSayAtACameraThatIsOutOfItsScope() {
    Policy strict = new Policy(0.6, null, 0.3, null, true, Recording.NONE, List.of("elsewhere"));
    state(PolicyKey.watchlist("strict"), strict);
    state(PolicyKey.watchlist("here"), Policy.ofThreshold(0.5));
    Contender onBoth = on("strict", "here");
    assertThat(thresholdOf(onBoth)).isEqualTo(AppliedThreshold.fixed("watchlist/here", 0.5, 102L));
    assertThat(rule().marginFor(onBoth, GATE)).isEqualTo(0.05);
    assertThat(rule().reviewRequiredFor(onBoth, GATE)).isFalse();
    assertThat(rule().recordingFor(onBoth, GATE)).isEqualTo(Recording.ALL);
    assertThat(rule().thresholdFor(onBoth, "elsewhere", 10).cosine()).isEqualTo(0.6);
    assertThat(rule().recordingFor(onBoth, "elsewhere")).isEqualTo(Recording.NONE);
  }

  @Test
  void shouldAskForNothingThatNobodyHasLaidDown() {
    assertThat(rule().confirmationFor(on(), GATE)).isEqualTo(Confirmation.AT_ONCE);
    assertThat(rule().reviewRequiredFor(on(), GATE)).isFalse();
    assertThat(rule().recordingFor(on(), GATE)).isEqualTo(Recording.ALL);
  }

  @Test
  void shouldFallBackOnTheOptionsWhenAPolicyIsTakenBack() {
    state(PolicyKey.DEFAULT, Policy.ofFalseAlerts(0.01));
    assertThat(thresholdOf(on()).falseAlerts()).isEqualTo(0.01);
    policies = policies.without(PolicyKey.DEFAULT);
    assertThat(thresholdOf(on())).isEqualTo(AppliedThreshold.fixed("default", 0.42));
  }

  @Test
  void shouldNeedADefaultThreshold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.EMPTY)));
  }

  private void state(PolicyKey key, Policy policy) {
    version++;
    policies = policies.with(key, new StatedPolicy(policy, version));
  }

  private DecisionRule rule() {
    return new DecisionRule(policies, CALIBRATION);
  }

  private AppliedThreshold thresholdOf(Contender person) {
    return rule().thresholdFor(person, GATE, 10);
  }

  private static Policy policy(
      Double threshold, Double margin, Confirmation confirm, Boolean review, Recording record) {
    return new Policy(threshold, null, margin, confirm, review, record, null);
  }

  private static Contender on(String... watchlists) {
    return enrolledWith(null, watchlists);
  }

  private static Contender enrolledWith(Float threshold, String... watchlists) {
    return new Contender("ada", List.of(watchlists), threshold, 0.9);
  }
}
