package io.facestream.evaluate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.facestream.evaluate.comparison.AllAgainstAll.Pair;
import io.facestream.evaluate.statistics.ScoreGrid;
import io.facestream.evaluate.statistics.TradeOff;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllAgainstAllTest {

  private static float[][] unitVectors(int count, int dimension, long seed) {
    Random random = new Random(seed);
    float[][] vectors = new float[count][dimension];
    for (float[] vector : vectors) {
      double square = 0;
      for (int i = 0; i < dimension; i++) {
        vector[i] = (float) random.nextGaussian();
        square += vector[i] * vector[i];
      }
      for (int i = 0; i < dimension; i++) {
        vector[i] /= (float) Math.sqrt(square);
      }
    }
    return vectors;
  }

  @Test
  void shouldTellOnePersonsPhotosFromTwoPeoples() {
    float[][] photos = {{1, 0}, {0.6f, 0.8f}, {0, 1}};
    AllAgainstAll all = new AllAgainstAll(Cosines.of(photos), new int[] {0, 0, 1});
    TradeOff scores = all.scores();
    assertThat(scores.genuine().count()).isEqualTo(1);
    assertThat(scores.genuine().reaching(ScoreGrid.bin(0.599))).isEqualTo(1);
    assertThat(scores.impostor().count()).isEqualTo(2);
    assertThat(scores.impostor().reaching(ScoreGrid.bin(0.799))).isEqualTo(1);
    assertThat(all.genuine()).extracting(Pair::one, Pair::other).containsExactly(tuple(1, 0));
    assertThat(all.falseMatches(ScoreGrid.bin(0.5)))
        .extracting(Pair::one, Pair::other)
        .containsExactly(tuple(2, 1));
  }

  @Test
  void shouldAgreeWithTwoPlainLoops() {
    float[][] photos = unitVectors(120, 13, 4);
    int[] people = new Random(8).ints(120, 0, 30).toArray();
    AllAgainstAll all = new AllAgainstAll(Cosines.of(photos), people);
    TradeOff scores = all.scores();
    int bin = ScoreGrid.bin(0.2);
    long genuine = 0;
    long impostor = 0;
    for (int one = 0; one < photos.length; one++) {
      for (int other = 0; other < one; other++) {
        double cosine = 0;
        for (int i = 0; i < photos[one].length; i++) {
          cosine += (double) photos[one][i] * photos[other][i];
        }
        assertThat(all.cosines().of(other, one)).isCloseTo(cosine, within(1e-12));
        boolean same = people[one] == people[other];
        genuine += same && ScoreGrid.bin(cosine) >= bin ? 1 : 0;
        impostor += !same && ScoreGrid.bin(cosine) >= bin ? 1 : 0;
      }
    }
    assertThat(scores.genuine().reaching(bin)).isEqualTo(genuine);
    assertThat(scores.impostor().reaching(bin)).isEqualTo(impostor);
    List<Pair> found = all.falseMatches(bin);
    assertThat(found).hasSize((int) impostor);
    assertThat(found).isSortedAccordingTo((x, y) -> Double.compare(y.cosine(), x.cosine()));
  }
}
