package io.facestream.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private final byte[] crop = crop(0, 1);

  @Test
  void shouldFindAFaceLikeItself() {
    assertThat(Patch.of(crop)).hasSize(576);
    assertThat(Patch.likeness(Patch.of(crop), Patch.of(crop))).isEqualTo(1);
  }

  @Test
  void shouldNotMindAShiftOrOtherLight() {
    assertThat(Patch.likeness(Patch.of(crop), Patch.of(crop(7, 1)))).isGreaterThan(0.9);
    assertThat(Patch.likeness(Patch.of(crop), Patch.of(crop(0, 0.5)))).isGreaterThan(0.99);
  }

  @Test
  void shouldFindAnotherFaceUnlike() {
    assertThat(Patch.likeness(Camera.looksOf(1), Camera.looksOf(2)))
        .isLessThan(Pairing.BARELY_ALIKE);
  }

  @Test
  void shouldNotStumbleOverAFaceWithoutAnyLight() {
    byte[] black = new byte[576];
    assertThat(Patch.likeness(black, Patch.of(crop))).isZero();
    assertThat(Patch.likeness(black, black)).isEqualTo(1);
  }

  @Test
  void shouldWeighColoursAsEyesDo() {
    byte[] green = new byte[112 * 112 * 3];
    for (int i = 1; i < green.length; i += 3) {
      green[i] = (byte) 255;
    }
    assertThat((int) Patch.of(green)[0] & 0xFF).isCloseTo(150, within(1));
  }

  @Test
  void shouldTellACutFromAPictureThatGoesOn() {
    byte[] before = Camera.noise(1, 1024);
    byte[] nearly = before.clone();
    Arrays.fill(nearly, 0, 60, (byte) 100);
    byte[] half = before.clone();
    Arrays.fill(half, 0, 350, (byte) 100);
    assertThat(Continuity.of(before, nearly)).isEqualTo(Continuity.GIVEN);
    assertThat(Continuity.of(before, half)).isNotEqualTo(Continuity.GIVEN);
    assertThat(Continuity.of(before, Camera.noise(2, 1024))).isEqualTo(Continuity.CUT);
    assertThat(Continuity.of(null, before)).isEqualTo(Continuity.GIVEN);
    assertThat(Continuity.of(before, new byte[4])).isEqualTo(Continuity.GIVEN);
  }

  /** Some waves, shifted by pixels and with so much of the light. */
  private static byte[] crop(int shift, double light) {
    byte[] crop = new byte[112 * 112 * 3];
    for (int y = 0; y < 112; y++) {
      for (int x = 0; x < 112; x++) {
        double wave = 110 + 60 * Math.sin((x + shift) / 9.0) + 50 * Math.cos(y / 11.0);
        Arrays.fill(crop, 3 * (112 * y + x), 3 * (112 * y + x) + 3, (byte) (int) (wave * light));
      }
    }
    return crop;
  }
}
