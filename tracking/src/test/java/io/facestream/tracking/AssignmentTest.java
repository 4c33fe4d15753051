package io.facestream.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final double NONE = Pairing.IMPOSSIBLE;

  @Test
  void shouldMakeTheCheapestOfAllAssignmentsThatPairTheMost() {
    Random random = new Random(5);
    for (int trial = 0; trial < 500; trial++) {
      double[][] costs = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
      for (double[] row : costs) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextInt(3) == 0 ? NONE : random.nextInt(8);
        }
      }
      assertThat(costOf(costs, Assignment.of(costs))).isEqualTo(cheapest(costs, 0, 0));
    }
  }

  @Test
  void shouldTakeTheFirstOfThoseThatAreEquallyCheap() {
    assertThat(Assignment.of(new double[][] {{1, 1}, {1, 1}})).containsExactly(0, 1);
    assertThat(Assignment.of(new double[][] {{1, 1, 1}})).containsExactly(0);
  }

  @Test
  void shouldLeaveAloneWhatFitsNothing() {
    assertThat(Assignment.of(new double[][] {{NONE, 2}, {NONE, NONE}, {3, NONE}}))
        .containsExactly(1, -1, 0);
    assertThat(Assignment.of(new double[0][0])).isEmpty();
    assertThat(Assignment.of(new double[2][0])).containsExactly(-1, -1);
  }

  @Test
  void shouldAssignACrowd() {
    Random random = new Random(6);
    double[][] costs = new double[CameraTracks.MOST_TRACKS][200];
    for (double[] row : costs) {
      for (int column = 0; column < row.length; column++) {
        row[column] = random.nextDouble();
      }
    }
    assertThat(Assignment.of(costs)).doesNotHaveDuplicates().doesNotContain(-1);
  }

  private static double costOf(double[][] costs, int[] assigned) {
    double cost = 0;
    for (int row = 0; row < costs.length; row++) {
      cost += assigned[row] < 0 ? NONE : costs[row][assigned[row]];
    }
    return cost;
  }

  private static double cheapest(double[][] costs, int row, int taken) {
    if (row == costs.length) {
      return 0;
    }
    double best = NONE + cheapest(costs, row + 1, taken);
    for (int column = 0; column < costs[row].length; column++) {
      if ((taken & 1 << column) == 0 && costs[row][column] < NONE) {
        best = Math.min(best, costs[row][column] + cheapest(costs, row + 1, taken | 1 << column));
      }
    }
    return best;
  }
}
