package io.facestream.policies.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.policies.StoredPolicies;
import io.facestream.client.policies.StoredPolicy;
import io.facestream.policies.PolicyException;
import io.facestream.policies.testing.Verdicts;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Models;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Recording;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaisedThresholdTest {
  private static final PolicyKey ADA = PolicyKey.person("p-17");
  private static final AppliedThreshold DEFAULT = AppliedThreshold.fixed("default", 0.5);

  private final Map<PolicyKey, StoredPolicy> stored = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "0.55, 0.555",
    "0.5501, 0.556",
    "0.5496, 0.555",
    "0.99, 0.995",
    "0.9951, 1",
    "1, 1",
    "-0.2, -0.195"
  })
  void shouldLieJustAboveTheMistake(double similarity, double threshold) {
    assertThat(RaisedThreshold.beyond(similarity)).isEqualTo(threshold);
  }

  @Test
  void shouldRiseAboveTheMistake() {
    RaisedThreshold raised = raised(0.55, DEFAULT);
    assertThat(raised.rises()).isTrue();
    assertThat(raised.inForce()).isEqualTo(0.5);
    assertThat(raised.changes()).isEqualTo(Map.of(ADA, Policy.ofThreshold(0.555)));
    assertThat(raised.isNamedNevertheless()).isFalse();
  }

  @Test
  void shouldLeaveTheOtherFieldsAndTakeThePlaceOfAShare() {
    state(ADA, new Policy(null, 0.9, 0.1, null, true, Recording.ALL, null));
    RaisedThreshold raised =
        RaisedThreshold.of(
            mistake(0.55, DEFAULT, "standard"), new StoredPolicies(stored, List.of()));
    assertThat(raised.after())
        .isEqualTo(new Policy(0.555, null, 0.1, null, true, Recording.ALL, null));
  }

  @ParameterizedTest
  @CsvSource({"person/p-17", "watchlist/vip", "camera/lobby", "default"})
  void shouldStayWhereItIsHighEnoughByNow(String key) throws Exception {
    state(PolicyKey.parse(key), Policy.ofThreshold(0.7));
    RaisedThreshold raised = raised(0.55, AppliedThreshold.fixed("default", 0.5, 3L));
    assertThat(raised.rises()).isFalse();
    assertThat(raised.changes()).isEmpty();
    assertThat(raised.cosine()).isEqualTo(0.7);
  }

  @Test
  void shouldNotTakeALessSpecificPolicyForOneThatApplies() {
    state(PolicyKey.DEFAULT, Policy.ofThreshold(0.7));
    assertThat(raised(0.55, AppliedThreshold.fixed("camera/lobby", 0.5)).cosine()).isEqualTo(0.555);
    assertThat(raised(0.55, AppliedThreshold.fixed("person/p-17", 0.5)).cosine()).isEqualTo(0.555);
  }

  @Test
  void shouldNotFallBelowWhatAppliedThen() {
    // Somebody lowered it meanwhile: the mistake was one even by the stricter threshold.
    state(ADA, Policy.ofThreshold(0.3));
    assertThat(raised(0.55, AppliedThreshold.fixed("person/p-17", 0.55, 1L)).cosine())
        .isEqualTo(0.555);
  }

  @Test
  void shouldTellWhereAStricterCameraGivesWay() {
    state(PolicyKey.camera("gate"), Policy.ofThreshold(0.8));
    state(PolicyKey.camera("yard"), Policy.ofThreshold(0.4));
    assertThat(raised(0.55, DEFAULT).loweredAt()).containsExactly("gate");
  }

  @Test
  void shouldPassOverAShareThatTheJobCannotKeepToEither() {
    state(PolicyKey.DEFAULT, Policy.ofFalseAlerts(0.001));
    state(ADA, Policy.ofFalseAlerts(0.001));
    assertThat(raised(0.55, DEFAULT).cosine()).as("nobody has measured the pack").isEqualTo(0.555);
  }

  @Test
  void shouldSayWhenNothingIsHighEnough() {
    assertThat(raised(1, DEFAULT).isNamedNevertheless()).isTrue();
  }

  @Test
  void shouldBeOfTheTopMatchOrOfThePersonOfTheVisit() {
    Verdict verdict =
        Verdicts.of(
            1,
            Verdicts.naming("p-17", "Ada", null, 0.6, DEFAULT),
            Verdicts.naming("p-3", "Ben", null, 0.8, DEFAULT));
    assertThat(in(verdict, "lobby@0-1").match().personId()).isEqualTo("p-3");
    assertThat(in(verdict, "lobby@0-1/p-17").match().similarity()).isEqualTo(0.6);
    assertThatThrownBy(() -> in(verdict, "lobby@0-1/p-9"))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("The verdict on frame lobby@0-1 does not name 'p-9'");
    assertThatThrownBy(() -> in(Verdicts.of(1), "lobby@0-1"))
        .hasMessageStartingWith("The verdict on frame lobby@0-1 does not name anybody");
  }

  private static NamedFace in(Verdict verdict, String id) {
    return NamedFace.in(verdict, ReviewedId.parse(id));
  }

  private void state(PolicyKey key, Policy policy) {
    stored.put(key, new StoredPolicy(policy, 7, Instant.EPOCH));
  }

  private RaisedThreshold raised(double similarity, AppliedThreshold then) {
    return RaisedThreshold.of(
        mistake(similarity, then, "builtin"), new StoredPolicies(stored, List.of()));
  }

  private static NamedFace mistake(double similarity, AppliedThreshold then, String pack) {
    Verdict verdict =
        Verdicts.of(1, Verdicts.naming("p-17", "Ada", List.of("vip"), similarity, then));
    return in(
        new Verdict(
            verdict.schema(),
            verdict.verdictId(),
            verdict.cameraId(),
            verdict.frame(),
            verdict.outcome(),
            verdict.faces(),
            null,
            new Models(pack, "detector", "embedder"),
            verdict.gallery(),
            verdict.timings(),
            null),
        "lobby@0-1");
  }
}
