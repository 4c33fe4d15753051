package io.facestream.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  @Test
  void shouldGiveThePositionBack() {
    assertThat(Cursor.position(Cursor.of("audit", "42"), "audit", NUMBER)).isEqualTo("42");
  }

  @Test
  void shouldRefuseWhatIsNoneOfTheList() {
    for (String cursor :
        new String[] {
          "",
          "%",
          "42",
          Cursor.of("keys", "42"),
          Cursor.of("audit", "4' OR 1=1"),
          Cursor.of("audit", "42") + "=",
          "A".repeat(1_000)
        }) {
      assertThatThrownBy(() -> Cursor.position(cursor, "audit", NUMBER))
          .as(cursor)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no cursor");
    }
  }
}
