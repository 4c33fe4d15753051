package io.facestream.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.evaluate.statistics.Wilson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0.25,25.0 %",
    "0.0125,1.25 %",
    "0.00068,0.068 %",
    "0.99966,99.966 %",
    "0,0.0 %",
    "1,100.0 %"
  })
  void shouldKeepTwoDigitsOfWhatIsRare(double share, String text) {
    assertThat(Figures.percent(share)).isEqualTo(text);
  }

  @Test
  void shouldShowTheInterval() {
    assertThat(Figures.percent(Wilson.of(13, 1500))).isEqualTo("0.87 % (0.51–1.48)");
    assertThat(Figures.percent(null)).isEqualTo("–");
  }

  @Test
  void shouldReadAsPeopleSayIt() {
    assertThat(Figures.oneIn(1e-5)).isEqualTo("1 in 100,000");
    assertThat(Figures.cosine(0.44159)).isEqualTo("0.4416");
  }
}
