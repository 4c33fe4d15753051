package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeBlocksTest {
  private static final int ROWS = 1024;

  private final WholeBlocks whole = new WholeBlocks();

  @Test
  void shouldReadByLevelsWhereFewGoOn() {
    for (int i = 0; i < 100; i++) {
      assertThat(whole.next()).isFalse();
      whole.wentOn(ROWS, ROWS);
    }
  }

  @Test
  void shouldReadWholeForAWhileWhereManyGoOnAndThenTryAgain() {
    assertThat(whole.next()).isFalse();
    whole.wentOn(10 * ROWS, ROWS);
    int blocks = 0;
    while (whole.next()) {
      blocks++;
    }
    assertThat(blocks).isBetween(4, 64);
    whole.wentOn(0, ROWS);
    assertThat(whole.next()).isFalse();
  }

  @Test
  void shouldNotJudgeByTheFirstRowsOfASlice() {
    whole.wentOn(32 * 64, 32);
    assertThat(whole.next()).isFalse();
  }
}
