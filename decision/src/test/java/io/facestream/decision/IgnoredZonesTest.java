package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Box;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Zone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IgnoredZonesTest {
  private static final PolicyKey LOBBY = PolicyKey.camera("lobby");
  private static final Zone UPPER_LEFT =
      new Zone(List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 0.5), new Point(0, 0.5)));
  private static final Box WITHIN = new Box(0.2, 0.2, 0.1, 0.1);

  private final Policies none =
      Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.5)));
  private final Policies lobby =
      none.with(LOBBY, new StatedPolicy(Policy.ofIgnored(List.of(UPPER_LEFT)), 3));

  private static boolean ignores(Policies policies, String cameraId, Box face) {
    return new DecisionRule(policies, null).ignores(cameraId, face);
  }

  @Test
  void shouldIgnoreFacesOfThatCameraInThatZone() {
    assertThat(ignores(lobby, "lobby", WITHIN)).isTrue();
    assertThat(ignores(lobby, "lobby", new Box(0.6, 0.2, 0.1, 0.1))).isFalse();
    assertThat(ignores(lobby, "lobby.2", WITHIN)).isFalse();
    assertThat(ignores(lobby, "", WITHIN)).as("of no camera").isFalse();
  }

  @Test
  void shouldIgnoreNoneWhenThePolicyIsTakenBackOrSaysNothingOfIt() {
    assertThat(ignores(none, "lobby", WITHIN)).isFalse();
    assertThat(ignores(lobby.without(LOBBY), "lobby", WITHIN)).isFalse();
    assertThat(
            ignores(
                lobby.with(LOBBY, new StatedPolicy(Policy.ofThreshold(0.6), 4)), "lobby", WITHIN))
        .isFalse();
  }
}
