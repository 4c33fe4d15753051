package io.facestream.policies.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.wire.FrameId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewedIdTest {
  @Test
  void shouldTellAnAlertFromAVisit() {
    FrameId frame = new FrameId("a/b@1", 0, 4711);
    assertThat(ReviewedId.parse("a/b@1@0-4711")).isEqualTo(new ReviewedId(frame, null));
    assertThat(ReviewedId.parse("a/b@1@0-4711/p-17")).isEqualTo(new ReviewedId(frame, "p-17"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby@0-4711", "lobby@0-4711/p-17", "a/b@0-1/p 1"})
  void shouldSayTheSame(String id) {
    assertThat(ReviewedId.parse(id)).hasToString(id);
  }

  @Test
  void shouldSayThatNobodyWasNamedInAVisitOfSomebodyUnknown() {
    String id = "lobby@0-4711/unknown/3f9a2c7be1d04a56";
    assertThatThrownBy(() -> ReviewedId.parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + id
                + "' is the visit of somebody unknown: nobody was named, so there is nothing to"
                + " review");
    assertThat(ReviewedId.parse("unknown/a@0-4711/p-17").personId()).isEqualTo("p-17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lobby", "lobby/p-17", "lobby@0-4711/", "/", "lobby@0-4711#0"})
  void shouldRefuseWhatIsNeither(String id) {
    assertThatThrownBy(() -> ReviewedId.parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + id + "' is no id of an alert or a visit; write its alertId,");
  }
}
