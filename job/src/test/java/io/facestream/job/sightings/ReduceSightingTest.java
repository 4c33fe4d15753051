package io.facestream.job.sightings;

import static io.facestream.job.sightings.Seen.at;
import static io.facestream.job.sightings.Seen.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Json;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import org.junit.jupiter.api.Test;

class ReduceSightingTest {
  private final ReduceSighting reduction = new ReduceSighting();

  @Test
  void shouldLeaveOutTheNameFirstAndThenTracks() {
    View view = RecognisedView.of(at(1, face("ada", 0.6, "lobby@0-1#0", null))).get(0);
    Sighting whole = Visit.begin("lobby@0-1/ada", view).sighting(SightingKind.OPEN, "lobby");
    Sighting unnamed = reduction.smaller(whole, 1);
    assertThat(unnamed.person().name()).isEqualTo("ada");
    assertThat(unnamed.tracks()).containsExactly("lobby@0-1#0");
    assertThat(unnamed.reduced()).isEqualTo("the name");
    Sighting least = reduction.smaller(whole, 2);
    assertThat(least.tracks()).isEmpty();
    assertThat(least.person().watchlists()).containsExactly("guests");
    assertThat(Json.toBytes(least)).hasSizeLessThan(1_000);
    assertThat(reduction.smaller(whole, 3)).isNull();
  }
}
