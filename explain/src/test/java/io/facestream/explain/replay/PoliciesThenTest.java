package io.facestream.explain.replay;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoliciesThenTest {
  private static final Policy USUAL = new Policy(0.4, null, 0.05, null, null, null, null);

  @Test
  void shouldTakeTheThresholdsThatTheVerdictNamesAndTheRestAsUsual() {
    Policies then =
        PoliciesThen.of(
            verdict(
                new AppliedThreshold(0.46, "default", 0.003, 1_162L, false, null),
                AppliedThreshold.fixed("camera/gate", 0.5),
                AppliedThreshold.fixed("watchlist/vip", 0.35, 17L),
                AppliedThreshold.fixed("person/ada", 0.6),
                AppliedThreshold.fixed("of a later version", 0.6)),
            Policies.ofOptions(Map.of(PolicyKey.DEFAULT, USUAL)));
    assertThat(then.ofOptions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PolicyKey.DEFAULT,
                new Policy(null, 0.003, 0.05, null, null, null, null),
                PolicyKey.camera("gate"),
                Policy.ofThreshold(0.5)));
    assertThat(then.stated())
        .containsExactlyEntriesOf(
            Map.of(PolicyKey.watchlist("vip"), new StatedPolicy(Policy.ofThreshold(0.35), 17)));
  }

  private static Verdict verdict(AppliedThreshold... thresholds) {
    List<Face> faces = Stream.of(thresholds).map(PoliciesThenTest::face).toList();
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
