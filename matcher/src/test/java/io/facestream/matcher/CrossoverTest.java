package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrossoverTest {
  @Test
  void shouldSettleOnTheFasterKernelAndKeepTryingTheOther() {
    Crossover crossover = new Crossover(-1);
    assertThat(fewOf(320, crossover, 1, 50, 80)).isBetween(300, 318);
    assertThat(fewOf(320, crossover, 2, 80, 50)).isBetween(2, 20);
  }

  @Test
  void shouldChangeItsMindWhenTheMachineDoes() {
    Crossover crossover = new Crossover(-1);
    fewOf(100, crossover, 1, 50, 80);
    fewOf(500, crossover, 1, 120, 80);
    assertThat(fewOf(100, crossover, 1, 120, 80)).isLessThan(10);
  }

  @Test
  void shouldNotJudgeByTheFirstSearchOfAProcess() {
    Crossover crossover = new Crossover(-1);
    fewOf(1, crossover, 1, 1000, 80);
    fewOf(7, crossover, 1, 50, 80);
    assertThat(fewOf(20, crossover, 1, 50, 80)).isEqualTo(20);
  }

  @Test
  void shouldObeyAFixedCrossover() {
    Crossover crossover = new Crossover(2);
    assertThat(crossover.few(2)).isTrue();
    assertThat(crossover.few(3)).isFalse();
    assertThat(new Crossover(0).few(1)).isFalse();
  }

  @Test
  void shouldLeaveLargeBatchesToTheKernelForMany() {
    Crossover crossover = new Crossover(-1);
    assertThat(fewOf(10, crossover, Crossover.LARGEST + 1, 1, 100)).isZero();
  }

  /** How many of so many batches the kernel for few took, at these costs a row. */
  private static int fewOf(
      int batches, Crossover crossover, int count, double fewNanos, double manyNanos) {
    int taken = 0;
    for (int i = 0; i < batches; i++) {
      boolean few = crossover.few(count);
      crossover.took(count, few, few ? fewNanos : manyNanos);
      taken += few ? 1 : 0;
    }
    return taken;
  }
}
