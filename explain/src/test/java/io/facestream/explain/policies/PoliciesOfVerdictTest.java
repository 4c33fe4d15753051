package io.facestream.explain.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Outcome;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoliciesOfVerdictTest {
  private static final Policies USUALLY =
      Policies.ofOptions(
          Map.of(PolicyKey.DEFAULT, new Policy(0.4, null, 0.05, null, null, null, null)));

  @Test
  void shouldTakeTheOptionsThatTheVerdictNamesAndTheRestAsUsual() {
    Policies options =
        PoliciesOfVerdict.options(
            verdict(
                new AppliedThreshold(0.46, "default", 0.003, 1_162L, false, null),
                AppliedThreshold.fixed("camera/gate", 0.5),
                AppliedThreshold.fixed("watchlist/vip", 0.35, 17L),
                AppliedThreshold.fixed("person/ada", 0.6),
                AppliedThreshold.fixed("of a later version", 0.6)),
            USUALLY);
    assertThat(options.ofOptions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PolicyKey.DEFAULT,
                new Policy(null, 0.003, 0.05, null, null, null, null),
                PolicyKey.camera("gate"),
                Policy.ofThreshold(0.5)));
    assertThat(options.stated()).isEmpty();
  }

  @Test
  void shouldKeepTheVersionThatTheVerdictNamesAndSayWhichIsGone() {
    StatedPolicy ofVips = new StatedPolicy(Policy.ofThreshold(0.35), 17);
    Policies known =
        USUALLY
            .with(PolicyKey.watchlist("vip"), ofVips)
            .with(PolicyKey.camera("gate"), new StatedPolicy(Policy.ofThreshold(0.9), 18));
    Map<PolicyKey, Long> missing = new HashMap<>();
    Policies stated =
        PoliciesOfVerdict.stated(
            verdict(
                AppliedThreshold.fixed("watchlist/vip", 0.35, 17L),
                AppliedThreshold.fixed("camera/gate", 0.5),
                AppliedThreshold.fixed("person/ada", 0.6, 12L)),
            known,
            missing);
    assertThat(missing).containsExactlyEntriesOf(Map.of(PolicyKey.person("ada"), 12L));
    assertThat(stated.stated())
        .as("that of the camera came later")
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PolicyKey.watchlist("vip"),
                ofVips,
                PolicyKey.person("ada"),
                new StatedPolicy(Policy.ofThreshold(0.6), 12)));
  }

  private static Verdict verdict(AppliedThreshold... thresholds) {
    List<Face> faces = Stream.of(thresholds).map(PoliciesOfVerdictTest::face).toList();
    return new Verdict(
        Verdict.SCHEMA, "c@0-1", "c", null, Outcome.UNKNOWN, faces, null, null, null, null, null);
  }

  private static Face face(AppliedThreshold threshold) {
    return new Face(
        new Box(0, 0, 1, 1),
        List.of(),
        1,
        1,
        FaceOutcome.UNKNOWN,
        null,
        null,
        null,
        null,
        threshold,
        List.of(),
        Map.of(),
        null,
        null);
  }
}
