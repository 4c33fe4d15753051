package io.facestream.quickstart.demo;

import static io.facestream.quickstart.demo.Answers.alertFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlertLineTest {
  @Test
  void shouldSayWhoWhereWhenAndHowSure() {
    assertThat(AlertLine.of(alertFor("Ada Lovelace"), ZoneOffset.UTC))
        .isEqualTo(
            "12:00:00.120  lobby #1834  Ada Lovelace"
                + "  similarity 0.63 (needs 0.42, next is p-3 0.32)  guests, vip");
  }

  @Test
  void shouldReadTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(AlertLine.of(alertFor("Ada Lovelace"), ZoneOffset.UTC)).contains("0.63");
    } finally {
      Locale.setDefault(before);
    }
  }
}
