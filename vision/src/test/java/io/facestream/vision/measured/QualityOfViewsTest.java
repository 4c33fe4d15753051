package io.facestream.vision.measured;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.packs.ModelPacks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which measure tells best whether a view will be recognised? Of LFW, worn views against the
 * person's first photo: the share that stays below the cosine of one false match in 100,000, when
 * the worst views by a measure are left out.
 */
@EnabledIfSystemProperty(named = "facestream.measure", matches = "true")
class QualityOfViewsTest {
  private static final Logger LOG = LoggerFactory.getLogger(QualityOfViewsTest.class);
  private static final double FMR = 1e-5;

  private record Compared(View view, double similarity) {}

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldTellMoreByTheQualityGateThanByRecognisability(String pack) throws Exception {
    float[] unrecognisable = Unrecognisable.centroid(pack, "faces/lfw_unknown");
    List<Compared> genuine = genuine(pack);
    double cosine = ModelPacks.named(pack).embedder().falseMatches().cosineFor(FMR).value();
    for (double leftOut : new double[] {0, 0.1, 0.2, 0.3, 0.5}) {
      double byQuality = missed(genuine, View::quality, leftOut, cosine);
      double byDistance = missed(genuine, view -> -view.cosine(unrecognisable), leftOut, cosine);
      LOG.info(
          "{}: {} views, worst {} left out: FNMR {} by quality, {} by recognisability",
          pack,
          genuine.size(),
          percent(leftOut),
          percent(byQuality),
          percent(byDistance));
      assertThat(byQuality).isLessThanOrEqualTo(byDistance);
    }
  }

  private static List<Compared> genuine(String pack) throws Exception {
    List<Compared> genuine = new ArrayList<>();
    for (WornPeople.Person person : WornPeople.of(pack, "faces/lfw")) {
      float[] template = person.photos().get(0).portrait().embedding();
      person.photos().stream()
          .skip(1)
          .flatMap(photo -> photo.worn().stream())
          .forEach(view -> genuine.add(new Compared(view, view.cosine(template))));
    }
    return genuine;
  }

  private static double missed(
      List<Compared> genuine, ToDoubleFunction<View> measure, double leftOut, double cosine) {
    List<Compared> kept =
        genuine.stream()
            .sorted(Comparator.comparingDouble(c -> measure.applyAsDouble(c.view())))
            .skip(Math.round(leftOut * genuine.size()))
            .toList();
    return (double) kept.stream().filter(c -> c.similarity() < cosine).count() / kept.size();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
