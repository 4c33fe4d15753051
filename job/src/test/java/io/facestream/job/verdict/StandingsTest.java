package io.facestream.job.verdict;

import static io.facestream.job.testing.Fixtures.hit;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Calibration;
import io.facestream.decision.Decision;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.job.followed.Standing;
import io.facestream.job.search.TemplateHit;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Confirmation;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private static final long TEMPLATES = 100;
  private static final Calibration CALIBRATION =
      new Calibration(ModelPacks.named("standard").embedder().falseMatches());
  private static final double THRESHOLD = CALIBRATION.cosineFor(0.003, TEMPLATES).cosine();
  private static final double RARE = CALIBRATION.cosineFor(0.05, TEMPLATES).cosine();

  private final Standings standings = new Standings(CALIBRATION);

  @Test
  void shouldKnowWhoIsNamed() {
    assertThat(of(standings, hit("ada/1", THRESHOLD))).isEqualTo(Standing.KNOWN);
  }

  @Test
  void shouldDoubtWhoResemblesSomebodyAsFewStrangersDo() {
    assertThat(RARE).isLessThan(THRESHOLD);
    assertThat(of(standings, hit("ada/1", THRESHOLD - 0.001))).isEqualTo(Standing.IN_DOUBT);
    assertThat(of(standings, hit("ada/1", RARE))).isEqualTo(Standing.IN_DOUBT);
    assertThat(of(standings, hit("ada/1", RARE - 0.001))).isEqualTo(Standing.STRANGER);
    assertThat(of(standings)).isEqualTo(Standing.STRANGER);
  }

  @Test
  void shouldDoubtNobodyBelowTheThresholdOfAnEmbedderThatNobodyMeasured() {
    assertThat(of(new Standings(null), hit("ada/1", THRESHOLD - 0.001)))
        .isEqualTo(Standing.STRANGER);
  }

  @Test
  void shouldDoubtWhoIsTooCloseToTwoOrNotConfirmedOrNotSearchedYet() {
    assertThat(of(new Standings(null), hit("ada/1", 0.9), hit("ben/1", 0.89)))
        .isEqualTo(Standing.IN_DOUBT);
    Basis basis = basisOf(hit("ada/1", 0.9));
    Decision unconfirmed =
        decide(basis)
            .unconfirmed(Judge.contender(basis.persons().get(0)), 1, new Confirmation(2, 3));
    assertThat(standings.of(basis, unconfirmed)).isEqualTo(Standing.IN_DOUBT);
    assertThat(standings.of(Basis.NOTHING, Decision.notSearchedYet())).isEqualTo(Standing.IN_DOUBT);
  }

  private static Standing of(Standings standings, TemplateHit... hits) {
    Basis basis = basisOf(hits);
    return standings.of(basis, decide(basis));
  }

  private static Basis basisOf(TemplateHit... hits) {
    return Basis.ofSearch(List.of(hits), new GalleryView(TEMPLATES, Map.of()), new float[] {1});
  }

  private static Decision decide(Basis basis) {
    Policy policy = new Policy(null, 0.003, 0.05, null, null, null, null);
    DecisionRule rule =
        new DecisionRule(Policies.ofOptions(Map.of(PolicyKey.DEFAULT, policy)), CALIBRATION);
    return rule.decide(
        basis.persons().stream().map(Judge::contender).toList(), "lobby", basis.templates());
  }
}
