package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraScopeTest {
  private static final List<String> SCOPE = List.of("gate", "lobby*", "a*b", "star**");

  @ParameterizedTest
  @CsvSource({
    "gate, true",
    "gate-2, false",
    "Gate, false",
    "lobby, true",
    "lobby.2, true",
    "lobby*, true",
    "a-lobby, false",
    "a*b, true",
    "aab, false",
    "star, false",
    "star*1, true"
  })
  void shouldCoverWhatItNamesAndWhatBeginsSo(String camera, boolean covered) {
    assertThat(CameraScope.covers(SCOPE, camera)).isEqualTo(covered);
  }

  @Test
  void shouldTellTheStarsThatStandForThemselves() {
    assertThat(
            Stream.of("gate", "lobby*", "a*b", "star**", "*b").filter(CameraScope::isLiteralStar))
        .containsExactly("a*b", "star**", "*b");
  }
}
