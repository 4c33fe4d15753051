package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalseAlertsTest {

  @ParameterizedTest
  @CsvSource({"0.5,1,0.5", "0.5,2,0.75", "0.1,3,0.271", "1,7,1", "0,7,0"})
  void shouldNameAStrangerWhenOneOfTheTemplatesMatches(double rate, long templates, double share) {
    assertThat(FalseAlerts.share(rate, templates)).isCloseTo(share, within(1e-12));
  }

  @Test
  void shouldGoBackAndForthAlsoInALargeGallery() {
    double rate = FalseAlerts.falseMatchRate(0.003, 1_000_000);
    assertThat(rate).isCloseTo(3.0045e-9, within(1e-13));
    assertThat(FalseAlerts.share(rate, 1_000_000)).isCloseTo(0.003, within(1e-12));
  }

  @Test
  void shouldRefuseSharesAndGalleriesThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> FalseAlerts.share(1.1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> FalseAlerts.falseMatchRate(0.1, 0));
  }
}
