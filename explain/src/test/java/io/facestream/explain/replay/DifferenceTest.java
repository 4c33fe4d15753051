package io.facestream.explain.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void shouldNotMindTheTimings() {
    CanonicalVerdict then = of("{\"a\":1,\"timings\":{\"detectMs\":3.5},\"b\":0.25}");
    CanonicalVerdict now = of("{\"a\":1,\"b\":0.25,\"timings\":{\"detectMs\":7}}");
    assertThat(Difference.first(then, now)).isEmpty();
    assertThat(then.text()).isEqualTo(now.text()).isEqualTo("{\"a\":1,\"b\":0.25}");
  }

  @Test
  void shouldPointToTheFirstDifference() {
    assertThat(
            Difference.first(
                of("{\"faces\":[{\"x/y\":1,\"s\":0.5}],\"z\":1}"),
                of("{\"faces\":[{\"x/y\":1,\"s\":0.6}],\"z\":2}")))
        .contains(new Difference("/faces/0/s", "0.5", "0.6"));
    assertThat(Difference.first(of("{\"faces\":[1,2]}"), of("{\"faces\":[1]}")))
        .contains(new Difference("/faces/1", "2", "nothing"));
    assertThat(Difference.first(of("{}"), of("{\"x/y\":{}}")))
        .contains(new Difference("/x~1y", "nothing", "{}"));
    assertThat(Difference.first(of("{\"a\":{}}"), of("{\"a\":[]}")))
        .contains(new Difference("/a", "{}", "[]"));
  }

  @Test
  void shouldSayThatItIsNoJson() {
    assertThatThrownBy(() -> of("{")).hasMessageStartingWith("The verdict is no JSON: ");
  }

  private static CanonicalVerdict of(String json) {
    return CanonicalVerdict.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
