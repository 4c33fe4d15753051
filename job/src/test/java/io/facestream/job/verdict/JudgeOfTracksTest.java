package io.facestream.job.verdict;

import static io.facestream.job.testing.Fixtures.followed;
import static io.facestream.job.testing.Fixtures.hit;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.testing.ListedTracks;
import io.facestream.wire.Candidate;
import io.facestream.wire.Confirmation;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeOfTracksTest {
  private static final float[] FACE = towards(0, 0);
  private static final float[] OTHER_FACE = towards(1, 0);
  private static final String TRACK = "lobby@0-0#0";
  private static final GalleryView GALLERY = new GalleryView(3, Map.of(0, 8L));

  private final ListedTracks tracks = new ListedTracks();
  private final KnownExamples examples = new KnownExamples();
  private Judge judge = judge(Confirmation.AT_ONCE, 0.42);
  private long offset;

  @Test
  void shouldCarryTheIdentityOfTheTrackAndNameTheVerdictThatDecided() {
    searched(FACE, hit("ada/1", 0.6), hit("ben/1", 0.2));
    Verdict verdict = carried();
    Face face = verdict.faces().get(0);
    assertThat(verdict.outcome()).isEqualTo(Outcome.MATCH);
    assertThat(face.track()).isEqualTo(TRACK);
    assertThat(face.carriedFrom()).isEqualTo("lobby@0-0");
    assertThat(face.match().personId()).isEqualTo("ada");
    assertThat(face.match().similarity()).isEqualTo(0.6);
    assertThat(face.runnerUp().personId()).isEqualTo("ben");
    assertThat(face.candidates()).as("this face was not searched").isEmpty();
    assertThat(verdict.gallery()).as("of the search that decided").isEqualTo(GALLERY);
  }

  @Test
  void shouldCarryThatNobodyIsKnownWithTheReason() {
    searched(FACE, hit("ada/1", 0.3));
    Face face = carried().faces().get(0);
    assertThat(face.outcome()).isEqualTo(FaceOutcome.UNKNOWN);
    assertThat(face.reasonCode()).isEqualTo(ReasonCode.BELOW_THRESHOLD);
    assertThat(face.carriedFrom()).isEqualTo("lobby@0-0");
  }

  @Test
  void shouldStandByABetterViewWhenALaterOneIsWorse() {
    searched(FACE, hit("ada/1", 0.6));
    Face face = searched(FACE, hit("ada/1", 0.2));
    assertThat(face.match().similarity()).isEqualTo(0.6);
    assertThat(face.carriedFrom()).isEqualTo("lobby@0-0");
    assertThat(face.candidates()).as("what this search found").hasSize(1);
    assertThat(face.candidates().get(0).similarity()).isEqualTo(0.2);
  }

  @Test
  void shouldDecideByItselfWhereTheFaceIsSearchedAndBest() {
    searched(FACE, hit("ada/1", 0.3));
    Face face = searched(FACE, hit("ada/1", 0.6));
    assertThat(face.match().personId()).isEqualTo("ada");
    assertThat(face.carriedFrom()).isNull();
  }

  @Test
  void shouldNotGiveTheNextFaceWhatTheFormerHadEarned() {
    searched(FACE, hit("ada/1", 0.9));
    Face face = searched(OTHER_FACE, hit("ben/1", 0.3));
    assertThat(face.outcome())
        .as("the tracker took two people for one")
        .isEqualTo(FaceOutcome.UNKNOWN);
    assertThat(carried().faces().get(0).outcome()).isEqualTo(FaceOutcome.UNKNOWN);
  }

  @Test
  void shouldNameNobodyUntilEnoughViewsAgree() {
    judge = judge(new Confirmation(2, 3), 0.42);
    Face first = searched(FACE, hit("ada/1", 0.6));
    assertThat(first.outcome()).isEqualTo(FaceOutcome.UNKNOWN);
    assertThat(first.match()).isNull();
    assertThat(first.reasonCode()).isEqualTo(ReasonCode.UNCONFIRMED);
    assertThat(first.reason()).isEqualTo("not confirmed: ada in 1 of the last 3 views, 2 needed");
    assertThat(carried().faces().get(0).reasonCode())
        .as("a face that is not searched is no view")
        .isEqualTo(ReasonCode.UNCONFIRMED);
    searched(FACE, hit("ada/1", 0.1));
    assertThat(searched(FACE, hit("ada/1", 0.5)).match().personId()).isEqualTo("ada");
    for (int i = 0; i < 5; i++) {
      assertThat(searched(FACE, hit("ada/1", 0.1)).match().personId())
          .as("confirmed once")
          .isEqualTo("ada");
    }
  }

  @Test
  void shouldNotConfirmByViewsTooFarApart() {
    judge = judge(new Confirmation(2, 2), 0.42);
    searched(FACE, hit("ada/1", 0.6));
    searched(FACE, hit("ada/1", 0.1));
    assertThat(searched(FACE, hit("ada/1", 0.6)).reasonCode()).isEqualTo(ReasonCode.UNCONFIRMED);
    assertThat(searched(FACE, hit("ada/1", 0.6)).match()).isNotNull();
  }

  @Test
  void shouldJudgeACarriedFaceByThePolicyOfNow() {
    searched(FACE, hit("ada/1", 0.5));
    assertThat(carried().faces().get(0).match()).isNotNull();
    judge = judge(Confirmation.AT_ONCE, 0.55);
    assertThat(carried().faces().get(0).match()).isNull();
    judge = judge(Confirmation.AT_ONCE, 0.45);
    assertThat(carried().faces().get(0).match()).isNotNull();
  }

  @Test
  void shouldSayWhenNoViewOfATrackWasSearched() {
    Verdict verdict = carried();
    assertThat(verdict.faces().get(0).reasonCode()).isEqualTo(ReasonCode.UNCONFIRMED);
    assertThat(verdict.gallery()).isNull();
  }

  @Test
  void shouldEndACarriedIdentityWithItsValidity() {
    searched(FACE, validUntil(1_002, "ada/1", 0.9), hit("ben/1", 0.5));
    assertThat(carried().faces().get(0).match().personId()).isEqualTo("ada");
    assertThat(carried().faces().get(0).match().personId())
        .as("captured at 1,002: whom a search would find now")
        .isEqualTo("ben");
    assertThat(searched(FACE, hit("ben/1", 0.6)).match().similarity())
        .as("not held back by the similarity of somebody who is out of date")
        .isEqualTo(0.6);
  }

  @Test
  void shouldCarryNobodyWhenAllAreOutOfDate() {
    searched(FACE, validUntil(1_001, "ada/1", 0.9));
    Face face = carried().faces().get(0);
    assertThat(face.match()).isNull();
    assertThat(face.reasonCode()).isEqualTo(ReasonCode.NO_CANDIDATE);
    assertThat(face.carriedFrom()).isEqualTo("lobby@0-0");
  }

  @Test
  void shouldNotNameSomebodyInViewWhoIsNearerToAFaceMarkedAsNotThey() {
    searched(FACE, hit("ada/1", 0.6), hit("ben/1", 0.5));
    assertThat(carried().faces().get(0).match().personId()).isEqualTo("ada");
    examples.take(ExampleChange.of(notAda(10_000)));
    Face face = carried().faces().get(0);
    assertThat(face.reasonCode()).isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
    assertThat(face.match()).as("nor anybody in their stead").isNull();
    assertThat(face.carriedFrom()).isEqualTo("lobby@0-0");
    assertThat(searched(FACE, hit("ada/1", 0.7)).reasonCode())
        .isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
    examples.take(ExampleChange.gone("not/ada/lobby@0-7#0"));
    assertThat(carried().faces().get(0).match().similarity()).as("erased").isEqualTo(0.7);
  }

  @Test
  void shouldNameSomebodyInViewAgainWhenTheExampleEnds() {
    examples.take(ExampleChange.of(notAda(1_002)));
    searched(FACE, hit("ada/1", 0.6));
    assertThat(carried().faces().get(0).match()).as("captured at 1,001").isNull();
    assertThat(carried().faces().get(0).match()).as("captured at 1,002").isNotNull();
  }

  @Test
  void shouldNotConfirmByViewsThatAnExampleSpeaksAgainst() {
    judge = judge(new Confirmation(2, 3), 0.42);
    examples.take(ExampleChange.of(notAda(10_000)));
    searched(FACE, hit("ada/1", 0.6));
    searched(FACE, hit("ada/1", 0.6));
    examples.take(ExampleChange.gone("not/ada/lobby@0-7#0"));
    assertThat(carried().faces().get(0).reasonCode()).isEqualTo(ReasonCode.UNCONFIRMED);
  }

  private static NegativeExample notAda(long end) {
    return new NegativeExample("not/ada/lobby@0-7#0", "ada", FACE, end);
  }

  @Test
  void shouldEndACarriedIdentityWhereThePersonIsNoLongerLookedFor() {
    searched(FACE, onList("vip", "ada/1", 0.9), hit("ben/1", 0.5));
    assertThat(carried().faces().get(0).match().personId()).isEqualTo("ada");
    judge = judgeWithScope("vip", "gate", "lob");
    assertThat(carried().faces().get(0).match().personId())
        .as("whom a search would find now")
        .isEqualTo("ben");
    Face face = searched(FACE, onList("vip", "ada/1", 0.9), hit("ben/1", 0.6));
    assertThat(face.match().similarity())
        .as("an answer from before, not held back by somebody who is out of reach")
        .isEqualTo(0.6);
    assertThat(face.candidates()).extracting(Candidate::personId).containsExactly("ben");
    judge = judgeWithScope("vip", "gate", "lob*");
    assertThat(searched(FACE, onList("vip", "ada/1", 0.9)).match().personId()).isEqualTo("ada");
  }

  @Test
  void shouldSayNobodyIsOnAListThatIsNotLookedForHere() {
    judge = judgeWithScope("staff", "gate");
    TemplateHit ada = hit("ada/1", 0.9, List.of("staff", "vip"), null);
    Face face = searched(FACE, ada);
    assertThat(face.match().watchlists()).containsExactly("vip");
    assertThat(face.match().watchlist()).isEqualTo("vip");
    assertThat(face.candidates().get(0).watchlists()).containsExactly("vip");
    judge = judge(Confirmation.AT_ONCE, 0.42);
    assertThat(carried().faces().get(0).match().watchlists())
        .as("as soon as it is looked for again")
        .containsExactly("staff", "vip");
  }

  private static TemplateHit onList(String watchlist, String templateId, double similarity) {
    return hit(templateId, similarity, List.of(watchlist), null);
  }

  private static TemplateHit validUntil(long millis, String templateId, double similarity) {
    TemplateHit hit = hit(templateId, similarity);
    return hit.as(hit.template().valid(null, millis));
  }

  private Face searched(float[] embedding, TemplateHit... hits) {
    return judge
        .judge(
            new MergedFrame(
                followed("lobby", offset++, TRACK, embedding),
                List.of(new ProbeHits(List.of(hits))),
                GALLERY,
                1),
            tracks)
        .faces()
        .get(0);
  }

  private Verdict carried() {
    return judge.judge(MergedFrame.withoutSearch(followed("lobby", offset++, TRACK, null)), tracks);
  }

  private Judge judge(Confirmation confirmation, double threshold) {
    return judge(
        Map.of(
            PolicyKey.DEFAULT, new Policy(threshold, null, null, confirmation, null, null, null)));
  }

  private Judge judgeWithScope(String watchlist, String... cameras) {
    return judge(
        Map.of(
            PolicyKey.DEFAULT,
            Policy.ofThreshold(0.42),
            PolicyKey.watchlist(watchlist),
            new Policy(null, null, null, null, null, null, List.of(cameras))));
  }

  private Judge judge(Map<PolicyKey, Policy> policies) {
    return new Judge(
        new DecisionRule(Policies.ofOptions(policies), null),
        0.3,
        2,
        new Models("test", "detector", "embedder"),
        examples);
  }
}
