package io.facestream.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplateIdsTest {
  private final TemplateIds ids = new TemplateIds();
  private final List<String> expected = new ArrayList<>();

  @Test
  void shouldKeepRowsAndIdsInStepThroughMillionsOfChanges() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000_000; i++) {
      if (expected.size() < 1000 || random.nextInt(100) < 51) {
        append("person-" + i + "/" + "x".repeat(random.nextInt(40)));
      } else {
        erase(random.nextInt(expected.size()));
      }
    }
    for (int row = 0; row < expected.size(); row++) {
      assertThat(ids.row(expected.get(row))).isEqualTo(row);
      assertThat(ids.id(row)).isEqualTo(expected.get(row));
    }
    assertThat(ids.row("person-x")).isEqualTo(-1);
  }

  @Test
  void shouldGiveEveryStringBackAsItWas() {
    for (String id : List.of("", "a", "Zoë/1", "李/1", "\uD800", "\uD83D\uDE00", "x".repeat(5000))) {
      append(id);
    }
    for (int row = 0; row < expected.size(); row++) {
      assertThat(ids.id(row)).isEqualTo(expected.get(row));
      assertThat(ids.row(expected.get(row))).isEqualTo(row);
      assertThat(ids.rowOrAppend(expected.get(row))).isEqualTo(row);
    }
    assertThat(ids.row("\uDBFF")).isEqualTo(-1);
  }

  @Test
  void shouldRefuseAnIdTooLongToStore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ids.rowOrAppend("x".repeat(300_000)))
        .withMessageContaining("300000 characters");
  }

  private void append(String id) {
    assertThat(ids.rowOrAppend(id)).isEqualTo(expected.size());
    expected.add(id);
  }

  private void erase(int row) {
    ids.swapWithLast(row);
    String last = expected.remove(expected.size() - 1);
    if (row < expected.size()) {
      expected.set(row, last);
    }
  }
}
