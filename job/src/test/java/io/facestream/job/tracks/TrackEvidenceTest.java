package io.facestream.job.tracks;

import static io.facestream.job.testing.Fixtures.hit;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.GalleryView;
import java.util.List;
import java.util.Map;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class TrackEvidenceTest {
  private static final double SAME_FACE = 0.3;
  private static final float[] FACE = towards(0, 0);
  private static final float[] OTHER_FACE = towards(1, 0);

  @Test
  void shouldStandOnTheViewThatResemblesSomebodyMost() {
    TrackEvidence evidence =
        view("v1", FACE, null, hit("ada/1", 0.4))
            .with(view("v2", FACE, "ada", hit("ada/1", 0.6)), SAME_FACE)
            .with(view("v3", FACE, null, hit("ben/1", 0.5), hit("ada/1", 0.2)), SAME_FACE);
    assertThat(evidence.decidedBy()).isEqualTo("v2");
    assertThat(evidence.persons()).extracting(TemplateHit::templateId).containsExactly("ada/1");
  }

  @Test
  void shouldKeepTheEarlierOfTwoEqualViews() {
    TrackEvidence evidence =
        view("v1", FACE, "ada", hit("ada/1", 0.6))
            .with(view("v2", FACE, "ada", hit("ada/1", 0.6)), SAME_FACE);
    assertThat(evidence.decidedBy()).isEqualTo("v1");
  }

  @Test
  void shouldBeginAnewWhenTheTrackHasGoneOverToSomebodyElse() {
    TrackEvidence evidence =
        view("v1", FACE, "ada", hit("ada/1", 0.9))
            .with(view("v2", OTHER_FACE, null, hit("ben/1", 0.3)), SAME_FACE);
    assertThat(evidence.decidedBy()).isEqualTo("v2");
    assertThat(evidence.persons()).extracting(TemplateHit::templateId).containsExactly("ben/1");
    assertThat(evidence.viewsNaming("ada", TrackEvidence.VIEWS_KEPT)).isZero();
  }

  @Test
  void shouldCountTheLastViewsThatNamedAPerson() {
    TrackEvidence evidence =
        view("v1", FACE, "ada", hit("ada/1", 0.6))
            .with(view("v2", FACE, null, hit("ada/1", 0.3)), SAME_FACE)
            .with(view("v3", FACE, "ada", hit("ada/1", 0.5)), SAME_FACE);
    assertThat(evidence.viewsNaming("ada", 1)).isEqualTo(1);
    assertThat(evidence.viewsNaming("ada", 2)).isEqualTo(1);
    assertThat(evidence.viewsNaming("ada", 3)).isEqualTo(2);
    assertThat(evidence.viewsNaming("ben", 3)).isZero();
  }

  @Test
  void shouldKeepABoundedNumberOfViews() {
    TrackEvidence evidence = view("v", FACE, "ada", hit("ada/1", 0.6));
    for (int i = 0; i < 3 * TrackEvidence.VIEWS_KEPT; i++) {
      evidence = evidence.with(view("v", FACE, "ada", hit("ada/1", 0.6)), SAME_FACE);
    }
    assertThat(evidence.named()).hasSize(TrackEvidence.VIEWS_KEPT);
  }

  @Test
  void shouldLoseWhatAnErasedTemplateHadBrought() {
    TrackEvidence evidence = view("v1", FACE, "ada", hit("ada/1", 0.9), hit("ben/1", 0.2));
    assertThat(evidence.restsOn("ada/1")).isTrue();
    TrackEvidence left = evidence.after(new TemplateChange("ada/1", null));
    assertThat(left.restsOn("ada/1")).isFalse();
    assertThat(left.persons()).extracting(TemplateHit::templateId).containsExactly("ben/1");
  }

  @Test
  void shouldTakeOverWhatAChangedTemplateSaysOfThePerson() {
    TrackEvidence changed =
        view("v1", FACE, "ada", hit("ada/1", 0.9), hit("ben/1", 0.2))
            .after(
                new TemplateChange("ada/1", Template.of("ada", "Ada King", List.of("vip"), null)));
    assertThat(changed.persons())
        .extracting(hit -> hit.template().name())
        .containsExactly("Ada King", "Name of ben");
    assertThat(changed.persons().get(0).similarity()).isEqualTo(0.9);
  }

  @Test
  void shouldStandOnTheNextViewOnceTheGalleryHasChanged() {
    TrackEvidence changed =
        view("v1", FACE, "ada", hit("ada/1", 0.9))
            .after(new TemplateChange("ada/1", Template.of("ada", "Ada", List.of(), null)))
            .with(view("v2", FACE, null, hit("ada/1", 0.1)), SAME_FACE);
    assertThat(changed.decidedBy()).as("the photo may be another").isEqualTo("v2");
    assertThat(changed.with(view("v3", FACE, null, hit("ada/1", 0.05)), SAME_FACE).decidedBy())
        .as("but only that one")
        .isEqualTo("v2");
  }

  @Test
  void shouldBeKeptInStateWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(TrackEvidence.class);
  }

  private static TrackEvidence view(
      String verdictId, float[] embedding, String named, TemplateHit... persons) {
    return TrackEvidence.of(
        verdictId, List.of(persons), new GalleryView(2, Map.of(0, 5L)), embedding, named, 1_000);
  }
}
