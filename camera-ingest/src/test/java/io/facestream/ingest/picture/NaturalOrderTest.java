package io.facestream.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void shouldCountNumbersAsNumbersAndIgnoreCase() {
    List<String> expected =
        List.of(
            "1.jpg",
            "02.jpg",
            "2.jpg",
            "10.jpg",
            "a",
            "A1",
            "a2b1",
            "a2b10",
            "B",
            "b99999999999999999999");
    List<String> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.sort(new NaturalOrder());
    assertThat(shuffled).isEqualTo(expected);
  }
}
