package io.facestream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.testing.ShortPatience;
import org.junit.jupiter.api.Test;

class BrokerPatienceTest {
  @Test
  void shouldBeTenSecondsButWhereATestHasLess() {
    assertThat(BrokerPatience.millis()).isEqualTo(10_000);
    try (var patience = ShortPatience.ofASecond()) {
      assertThat(BrokerPatience.millis()).isEqualTo(1000);
    }
    assertThat(BrokerPatience.millis()).isEqualTo(10_000);
  }
}
