package io.facestream.explain.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Calibration;
import io.facestream.decision.Contender;
import io.facestream.decision.NearerExample;
import io.facestream.decision.Policies;
import io.facestream.wire.CurvePoint;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          FalseMatchCurve.of(
              new Models("test", "detector", "embedder"),
              "made up",
              1_000_000,
              1_000,
              List.of(new CurvePoint(1e-2, 0.2), new CurvePoint(1e-6, 0.6))));

  private final Changes changes =
      new Changes(
          Policies.ofOptions(
              Map.of(
                  PolicyKey.DEFAULT,
                  new Policy(null, 0.003, 0.05, null, null, null, null),
                  PolicyKey.watchlist("vip"),
                  Policy.ofThreshold(0.35),
                  PolicyKey.camera("gate"),
                  Policy.ofThreshold(0.5))),
          CALIBRATION);

  @Test
  void shouldSayByWhatAnUnknownFaceWouldBeAMatch() {
    assertThat(textsOf("lobby", 1_000, ada(0.4567)))
        .containsExactly(
            "a threshold of 0.456 or lower instead of 0.622 (default)",
            "13 % of strangers' visits that may be named instead of 0.3 %",
            "a gallery of 22 templates or fewer instead of 1,000",
            "another photo of ada, if that is who it is, that comes to 0.622 or nearer; the nearest"
                + " now is ada/1 at 0.457");
  }

  @Test
  void shouldSayNothingOfSharesAndSizesWhereACosineWasLaidDown() {
    assertThat(textsOf("gate", 1_000, ada(0.4567)))
        .hasSize(2)
        .first()
        .asString()
        .isEqualTo("a threshold of 0.456 or lower instead of 0.500 (camera/gate)");
    assertThat(textsOf("gate", 1_000, new Contender("ada", List.of("vip"), null, 0.3)).get(0))
        .endsWith("instead of 0.350 (watchlist/vip)");
    assertThat(textsOf("gate", 1_000, new Contender("ada", List.of("vip"), 0.7f, 0.3)).get(0))
        .isEqualTo("a threshold of 0.300 or lower instead of 0.700 (person/ada)");
  }

  @Test
  void shouldAskForTheMarginTooWhereBothFallShort() {
    assertThat(textsOf("gate", 10, ada(0.4), person("ben", 0.38)))
        .first()
        .asString()
        .isEqualTo(
            "a threshold of 0.400 or lower instead of 0.500 (camera/gate), and a margin of 0.020 or"
                + " less instead of 0.050");
  }

  @Test
  void shouldSayWhatTellsTwoApartWhoAreTooClose() {
    assertThat(textsOf("gate", 10, ada(0.6), person("ben", 0.58)))
        .containsExactly(
            "a margin of 0.020 or less instead of 0.050",
            "another photo of ada, if that is who it is, that comes to 0.630 or nearer; the nearest"
                + " now is ada/1 at 0.600",
            "ada and ben under one id, if they are one person (ada/1 and ben/1)");
  }

  @Test
  void shouldSayWithoutWhichExampleSomebodyWouldBeNamed() {
    NearerExample example =
        new NearerExample("not/ada/lobby@0-7#0", 0.65, Instant.parse("2026-12-27T10:00:00Z"));
    String photo =
        "another photo of ada, if that is who it is, that comes to %s or nearer; the nearest now is"
            + " ada/1 at %s";
    assertThat(textsOf("gate", 10, ada(0.6).with(example), person("ben", 0.1)))
        .containsExactly(
            "not/ada/lobby@0-7#0 erased, the face marked as not ada, or after its end,"
                + " 2026-12-27T10:00:00Z",
            String.format(Locale.ROOT, photo, "0.650", "0.600"));
    assertThat(textsOf("gate", 10, ada(0.3).with(example)))
        .as("a lower threshold would not do")
        .containsExactly(String.format(Locale.ROOT, photo, "0.650", "0.300"));
  }

  @Test
  void shouldSayByWhatAMatchWouldBeUnknown() {
    assertThat(textsOf("lobby", 10, ada(0.5), person("ben", 0.1)))
        .containsExactly(
            "a threshold of 0.501 or higher instead of 0.422 (default)",
            "0.049 % of strangers' visits that may be named instead of 0.3 %",
            "a gallery of 61 templates or more instead of 10",
            "a margin of 0.401 or more instead of 0.050 (the next is ben)");
  }

  @Test
  void shouldWishForSomebodyWhereNobodyIs() {
    assertThat(textsOf("lobby", 0)).containsExactly("somebody enrolled who resembles this face");
  }

  private List<String> textsOf(String camera, long templates, Contender... persons) {
    List<String> photos =
        IntStream.range(0, persons.length).mapToObj(i -> persons[i].personId() + "/1").toList();
    return changes
        .forAnotherAnswer(new Searched(List.of(persons), photos, camera, templates))
        .stream()
        .map(Change::text)
        .toList();
  }

  private static Contender ada(double similarity) {
    return person("ada", similarity);
  }

  private static Contender person(String id, double similarity) {
    return new Contender(id, List.of(), null, similarity);
  }
}
