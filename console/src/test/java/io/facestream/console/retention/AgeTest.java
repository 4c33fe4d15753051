package io.facestream.console.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
  @ParameterizedTest
  @CsvSource({
    "1h,1",
    "12h,12",
    "90d,2160",
    "2w,336",
    "3y,26280",
    "P90D,2160",
    "P2W,336",
    "PT36H,36",
    "P1DT12H,36",
    "P1Y,8760",
    "P1M,720",
    "100y,876000"
  })
  void shouldReadAsPeopleAndProgramsWriteIt(String text, long hours) {
    Age age = Age.parse("audit", text);
    assertThat(age.duration()).isEqualTo(Duration.ofHours(hours));
    assertThat(age.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0d",
        "-1d",
        "59m",
        "90",
        "d",
        "90 d",
        "1e3d",
        "P",
        "PT",
        "PT59M",
        "P-1D",
        "101y",
        "99999y",
        "P9999999999D",
        "P90D90D",
        "PT9999999999999999999999H",
        "forever"
      })
  void shouldRefuse(String text) {
    assertThatThrownBy(() -> Age.parse("audit", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'audit' is from 1h to 100y");
  }
}
