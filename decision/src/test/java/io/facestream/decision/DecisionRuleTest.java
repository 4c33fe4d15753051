package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.CurvePoint;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          FalseMatchCurve.of(
              new Models("test", "detector", "embedder"),
              "made up",
              1_000_000,
              1_000,
              List.of(new CurvePoint(1e-2, 0.2), new CurvePoint(1e-4, 0.4))));

  private final DecisionRule rule =
      new DecisionRule(
          Policies.ofOptions(
              Map.of(
                  PolicyKey.DEFAULT,
                  new Policy(null, 0.01, 0.05, null, null, null, null),
                  PolicyKey.watchlist("vip"),
                  Policy.ofThreshold(0.35),
                  PolicyKey.watchlist("banned"),
                  Policy.ofFalseAlerts(0.5),
                  PolicyKey.camera("gate"),
                  Policy.ofThreshold(0.5))),
          CALIBRATION);

  @Test
  void shouldLetThePersonDecideBeforeWatchlistBeforeCameraBeforeDefault() {
    assertThat(originOf(new Contender("ada", List.of("vip"), 0.6f, 0.9), "gate"))
        .isEqualTo("person/ada");
    assertThat(originOf(new Contender("ada", List.of("staff", "vip"), null, 0.9), "gate"))
        .isEqualTo("watchlist/vip");
    assertThat(originOf(new Contender("ada", List.of("staff"), null, 0.9), "gate"))
        .isEqualTo("camera/gate");
    assertThat(originOf(new Contender("ada", List.of(), null, 0.9), "lobby")).isEqualTo("default");
  }

  @Test
  void shouldSayFromWhichShareAndGalleryTheCosineFollows() {
    AppliedThreshold threshold =
        rule.thresholdFor(new Contender("ada", List.of(), null, 0.9), "lobby", 1_000);
    assertThat(threshold.falseAlerts()).isEqualTo(0.01);
    assertThat(threshold.templates()).isEqualTo(1_000);
    assertThat(threshold.beyondCurve()).as("2 in a million").isTrue();
    assertThat(rule.thresholdFor(person(0.9), "gate", 1_000))
        .isEqualTo(AppliedThreshold.fixed("camera/gate", 0.5));
  }

  @Test
  void shouldNameTheOneWhoReachesIt() {
    double needed = rule.thresholdFor(person(0), "lobby", 10).cosine();
    assertThat(decide(person(needed)).isMatch()).isTrue();
    assertThat(decide(person(Math.nextDown(needed))).reasonCode())
        .isEqualTo(ReasonCode.BELOW_THRESHOLD);
  }

  @Test
  void shouldNeedMoreInALargerGallery() {
    Contender ada = person(0.42);
    assertThat(rule.decide(List.of(ada), "lobby", 10).isMatch()).isTrue();
    assertThat(rule.decide(List.of(ada), "lobby", 10_000).isMatch()).isFalse();
  }

  @Test
  void shouldSayWhatWasReachedAndWhatWasNeededForWhom() {
    assertThat(decide(person(0.31)).reason())
        .isEqualTo("below threshold 0.370 for 1 in 100 strangers among 10 templates: ada at 0.310");
    assertThat(rule.decide(List.of(person(0.31)), "lobby", 1_162).reason())
        .contains("for 1 in 100 strangers among 1,162 templates (beyond what was measured): ada");
    assertThat(rule.decide(List.of(person(0.31)), "gate", 10).reason())
        .isEqualTo("below camera threshold 0.500: ada at 0.310");
    assertThat(
            rule.decide(List.of(new Contender("ada", List.of("banned"), null, 0)), "gate", 1)
                .reason())
        .startsWith("below watchlist threshold 0.200 for 50 % of strangers among 1 template:");
  }

  @Test
  void shouldShowHowLittleWasMissing() {
    assertThat(rule.decide(List.of(person(0.49998)), "gate", 10).reason())
        .isEqualTo("below camera threshold 0.50000: ada at 0.49998");
  }

  @Test
  void shouldNotDecideBetweenTwoWhoAreTooClose() {
    Decision decision =
        rule.decide(List.of(person(0.6), new Contender("ben", List.of(), null, 0.56)), "lobby", 10);
    assertThat(decision.reasonCode()).isEqualTo(ReasonCode.TOO_CLOSE);
    assertThat(decision.reason())
        .isEqualTo("too close to call: ada only 0.040 ahead of ben, 0.050 needed");
  }

  @Test
  void shouldNotNameWhoIsFurtherThanAFaceMarkedAsNotThey() {
    NearerExample example =
        new NearerExample("not/ada/lobby@0-7#0", 0.62, Instant.parse("2026-12-27T10:00:00Z"));
    Contender ben = new Contender("ben", List.of(), null, 0.59);
    Decision decision = rule.decide(List.of(person(0.6).with(example), ben), "lobby", 10);
    assertThat(decision.reasonCode()).isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
    assertThat(decision.reason())
        .isEqualTo(
            "nearer to a face marked as not ada (0.620) than to their photo (0.600):"
                + " not/ada/lobby@0-7#0, until 2026-12-27");
    assertThat(rule.decide(List.of(person(0.6), ben.with(example)), "lobby", 10).reasonCode())
        .as("what speaks against the next says nothing of the best")
        .isEqualTo(ReasonCode.TOO_CLOSE);
    assertThat(decide(person(0.31).with(example)).reasonCode())
        .as("not similar enough in any case")
        .isEqualTo(ReasonCode.BELOW_THRESHOLD);
  }

  @Test
  void shouldSayThatNobodyResembles() {
    Decision decision = rule.decide(List.of(), "lobby", 10);
    assertThat(decision.reasonCode()).isEqualTo(ReasonCode.NO_CANDIDATE);
    assertThat(decision.threshold()).isNull();
  }

  @Test
  void shouldRefuseAShareWithoutACurve() {
    Policies ofACosine = Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.4)));
    Policies ofAShare =
        ofACosine.with(PolicyKey.watchlist("vip"), new StatedPolicy(Policy.ofFalseAlerts(0.01), 0));
    assertThatThrownBy(() -> new DecisionRule(ofAShare, null))
        .hasMessageContaining("a threshold must be a cosine");
  }

  private Decision decide(Contender best) {
    return rule.decide(List.of(best), "lobby", 10);
  }

  private String originOf(Contender contender, String camera) {
    return rule.thresholdFor(contender, camera, 10).origin();
  }

  private static Contender person(double similarity) {
    return new Contender("ada", List.of(), null, similarity);
  }
}
