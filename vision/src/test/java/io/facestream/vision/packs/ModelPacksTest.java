package io.facestream.vision.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.AnalyserNames;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPacksTest {

  @Test
  void shouldOfferAPackFromEveryManifest() {
    assertThat(ModelPacks.names()).contains("standard", "accurate", "official");
    assertThat(ModelPacks.names())
        .allSatisfy(name -> assertThat(ModelPacks.named(name).name()).isEqualTo(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate", "official"})
  void shouldDescribeEveryFileCompletely(String name) {
    ModelPack pack = ModelPacks.named(name);
    Stream.concat(pack.detector().files().stream(), pack.embedder().files().stream())
        .forEach(
            file -> {
              assertThat(file.sha256()).matches("[0-9a-f]{64}");
              assertThat(file.size()).isPositive();
              assertThat(file.licence()).isNotBlank();
              assertThat(file.urls()).allMatch(url -> url.startsWith("https://"));
            });
    assertThat(pack.embedder().mean()).hasSize(3);
    assertThat(pack.embedder().std()).hasSize(3);
    assertThat(pack.thresholds().gallerySimilarity())
        .isGreaterThan(pack.thresholds().pairSimilarity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate", "official"})
  void shouldDescribeEveryAnalyserCompletely(String name) {
    ModelPack pack = ModelPacks.named(name);
    assertThat(pack.analysers())
        .extracting(AnalyserModel::name)
        .containsExactlyElementsOf(AnalyserNames.OWN);
    for (AnalyserModel analyser : pack.analysers()) {
      if (!analyser.isSlot()) {
        new AnalyserCheck(analyser.name()).check(analyser);
        assertThat(analyser.networks())
            .flatExtracting(AnalyserNetwork::files)
            .allMatch(file -> file.size() > 0 && !file.origin().isBlank());
      }
    }
  }

  @Test
  void shouldHaveNoModelThatInfersRace() {
    for (String name : ModelPacks.names()) {
      assertThat(ModelPacks.named(name).analysers())
          .filteredOn(analyser -> analyser.infers(Inference.RACE))
          .allMatch(AnalyserModel::isSlot);
    }
  }

  @Test
  void shouldHaveNoAnalysersWhereTheManifestNamesNone() {
    assertThat(ModelPacks.named("builtin").analysers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldHaveTheCurveOfItsOwnEmbedder(String name) {
    ModelPack pack = ModelPacks.named(name);
    FalseMatchCurve curve = pack.embedder().falseMatches();
    assertThat(curve.schema()).isEqualTo(FalseMatchCurve.SCHEMA);
    assertThat(curve.models())
        .isEqualTo(new Models(name, pack.detector().modelId(), pack.embedder().modelId()));
  }

  @Test
  void shouldMarkThePackThatIsForResearchOnly() {
    assertThat(ModelPacks.named("accurate").commercialUse()).isFalse();
    assertThat(ModelPacks.named("accurate").licence()).contains("NON-COMMERCIAL");
    assertThat(ModelPacks.named("standard").commercialUse()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "official"})
  void shouldOfferADownloadForEveryRole(String name) {
    ModelPack pack = ModelPacks.named(name);
    assertThat(pack.detector().files()).anyMatch(ModelFile::downloadable);
    assertThat(pack.embedder().files()).anyMatch(ModelFile::downloadable);
  }
}
