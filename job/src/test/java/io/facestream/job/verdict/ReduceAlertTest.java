package io.facestream.job.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Alert;
import io.facestream.wire.AlertFace;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Timings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReduceAlertTest {
  private final ReduceAlert reduce = new ReduceAlert();

  @Test
  void shouldShowTheIdInPlaceOfALongNameAndSaySo() {
    Alert whole = alertFor(null, List.of());
    Alert smaller = reduce.smaller(whole, 1);
    assertThat(smaller.match().name()).isEqualTo("p-1");
    assertThat(smaller.match().similarity()).isEqualTo(0.6);
    assertThat(smaller.reduced()).isEqualTo("the name");
    assertThat(reduce.smaller(whole, 2)).as("there is nothing else to leave out").isNull();
  }

  @Test
  void shouldNameTheFirstWatchlistOnlyWhereThatIsStillTooLong() {
    Alert whole = alertFor("guests", List.of("guests", "vip"));
    assertThat(reduce.smaller(whole, 1).match().watchlists()).containsExactly("guests", "vip");
    Alert smaller = reduce.smaller(whole, 2);
    assertThat(smaller.match().name()).isEqualTo("p-1");
    assertThat(smaller.match().watchlist()).isEqualTo("guests");
    assertThat(smaller.match().watchlists()).containsExactly("guests");
    assertThat(smaller.reduced()).isEqualTo("the name, watchlists after the first");
    assertThat(reduce.smaller(whole, 3)).as("there is nothing else to leave out").isNull();
  }

  private static Alert alertFor(String watchlist, List<String> watchlists) {
    return new Alert(
        Alert.SCHEMA,
        "door@0-1",
        "door",
        new FrameRef(0, 1, 1, Instant.EPOCH, 640, 360, null),
        new AlertFace(new Box(0, 0, 0.1, 0.1), List.of(), 0.9, 0.9, null, null),
        new Match("p-1", "N".repeat(1_000), "p-1/1", watchlist, watchlists, 0.6, 0.4, 0.3, null),
        null,
        new Models("builtin", "d", "e"),
        new GalleryView(1, Map.of()),
        new Timings(1, 1, 1, 1),
        Instant.EPOCH,
        null);
  }
}
