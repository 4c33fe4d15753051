package io.facestream.evaluate.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.facestream.evaluate.comparison.Cosines;
import io.facestream.evaluate.statistics.PeopleBootstrap;
import io.facestream.evaluate.statistics.ScoreGrid;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchesTest {

  /** Photos on a circle, by their angle in degrees. */
  private static Cosines at(double... degrees) {
    return Cosines.of(
        Arrays.stream(degrees)
            .map(Math::toRadians)
            .mapToObj(a -> new float[] {(float) Math.cos(a), (float) Math.sin(a)})
            .toArray(float[][]::new));
  }

  private static boolean[] people(int people, int strangers) {
    boolean[] mayBeEnrolled = new boolean[people];
    Arrays.fill(mayBeEnrolled, 0, people - strangers, true);
    return mayBeEnrolled;
  }

  /** Photo i is of person i / each. */
  private static int[] owners(int photos, int each) {
    return IntStream.range(0, photos).map(photo -> photo / each).toArray();
  }

  @Test
  void shouldFindTwoPeopleFarApartAndNameNoStranger() {
    SearchResults found =
        Searches.run(
            at(0, 5, 100, 110, 215),
            new int[] {0, 0, 1, 1, 2},
            people(3, 1),
            new GalleryPlan(2, 1, 4, 1));
    PeopleBootstrap people = new PeopleBootstrap(3, 1);
    assertThat(found.mated()).isEqualTo(8);
    assertThat(found.nonMated()).isEqualTo(4);
    assertThat(found.withinRank(1, people).value()).isEqualTo(1);
    int bin = ScoreGrid.bin(0.9);
    assertThat(found.fnir(bin, people).value()).isZero();
    assertThat(found.fpir(bin, people).value()).isZero();
    assertThat(found.fpir(0, people).value()).isEqualTo(1);
    assertThat(found.fnir(ScoreGrid.bin(0.999), people).value()).isEqualTo(1);
  }

  /** Enrolled by 0°, the person's photo at 40° is nearer to the other one at 60°. */
  @Test
  void shouldMissWhoIsSecondAndFindHimWithinTwo() {
    SearchResults found =
        Searches.run(
            at(0, 40, 60), new int[] {0, 0, 1}, people(2, 0), new GalleryPlan(2, 1, 60, 3));
    PeopleBootstrap people = new PeopleBootstrap(2, 1);
    assertThat(found.withinRank(1, people).value()).isStrictlyBetween(0.2, 0.8);
    assertThat(found.withinRank(2, people).value()).isEqualTo(1);
    assertThat(found.fnirAt(0)).isCloseTo(1 - found.withinRank(1, people).value(), within(1e-12));
  }

  @Test
  void shouldTakeThoseWhoAreNotDrawnForStrangers() {
    SearchResults found =
        Searches.run(
            at(new Random(1).doubles(20, 0, 360).toArray()),
            owners(20, 2),
            people(10, 0),
            new GalleryPlan(4, 1, 10, 7));
    assertThat(found.mated()).isEqualTo(10 * 4);
    assertThat(found.nonMated()).isEqualTo(10 * 12);
  }

  @Test
  void shouldEnrolByMorePhotosWhereThereAreMore() {
    SearchResults found =
        Searches.run(
            at(0, 1, 2, 100, 101),
            new int[] {0, 0, 0, 1, 1},
            people(2, 0),
            new GalleryPlan(2, 2, 5, 7));
    assertThat(found.mated()).isEqualTo(5);
  }

  @Test
  void shouldGiveTheSameForTheSameSeed() {
    Cosines cosines = at(new Random(1).doubles(40, 0, 360).toArray());
    PeopleBootstrap bootstrap = new PeopleBootstrap(10, 1);
    GalleryPlan plan = new GalleryPlan(5, 1, 30, 2);
    int bin = ScoreGrid.bin(0.95);
    assertThat(Searches.run(cosines, owners(40, 4), people(10, 0), plan).fnir(bin, bootstrap))
        .isEqualTo(Searches.run(cosines, owners(40, 4), people(10, 0), plan).fnir(bin, bootstrap));
  }

  @Test
  void shouldAgreeWithPlainLoopsOverStrangers() {
    Cosines cosines = at(new Random(5).doubles(60, 0, 360).toArray());
    SearchResults found =
        Searches.run(cosines, owners(60, 1), people(60, 50), new GalleryPlan(10, 1, 1, 2));
    PeopleBootstrap bootstrap = new PeopleBootstrap(60, 1);
    for (double threshold : new double[] {0.5, 0.9, 0.97, 0.99, 0.999}) {
      int bin = ScoreGrid.bin(threshold);
      long named = 0;
      for (int stranger = 10; stranger < 60; stranger++) {
        boolean any = false;
        for (int enrolled = 0; enrolled < 10; enrolled++) {
          any |= ScoreGrid.bin(cosines.of(stranger, enrolled)) >= bin;
        }
        named += any ? 1 : 0;
      }
      assertThat(found.fpir(bin, bootstrap).value()).isEqualTo(named / 50.0);
      assertThat(found.fpirAt(bin)).isEqualTo(named / 50.0);
    }
    int bin = found.binForFpir(0.6);
    assertThat(found.fpirAt(bin)).isLessThanOrEqualTo(0.6);
    assertThat(found.fpirAt(bin - 1)).isGreaterThan(0.6);
  }

  @Test
  void shouldMissMoreAndNameFewerTheHigherTheThreshold() {
    Cosines cosines = at(new Random(9).doubles(80, 0, 360).toArray());
    SearchResults found =
        Searches.run(cosines, owners(80, 4), people(20, 5), new GalleryPlan(10, 1, 5, 2));
    for (int bin = 500; bin < ScoreGrid.BINS; bin += 500) {
      assertThat(found.fnirAt(bin)).isGreaterThanOrEqualTo(found.fnirAt(bin - 500));
      assertThat(found.fpirAt(bin)).isLessThanOrEqualTo(found.fpirAt(bin - 500));
    }
  }

  @Test
  void shouldRefuseAGalleryOfMorePeopleThanThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Searches.run(
                    at(0, 90), new int[] {0, 1}, people(2, 0), new GalleryPlan(3, 1, 1, 1)))
        .withMessageContaining("A gallery of 3 cannot be drawn from 2 people");
  }
}
