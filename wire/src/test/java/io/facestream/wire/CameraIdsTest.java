package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraIdsTest {
  @ParameterizedTest
  @ValueSource(strings = {"lobby", "Tür 3", "正門", "a/b", "C:\\cams\\xylophone", "x\\xG0", " "})
  void shouldTakeTextAsItIs(String text) {
    assertThat(CameraIds.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void shouldEscapeWhatIsNoTextOrWouldBreakALine() {
    assertThat(CameraIds.of(new byte[] {0, 0, 0, 7})).isEqualTo("\\x00\\x00\\x00\\x07");
    assertThat(CameraIds.of("a\nb".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\\x0ab");
    assertThat(CameraIds.of(new byte[] {'c', (byte) 0xe9, '\\'})).isEqualTo("c\\xe9\\x5c");
    assertThat(CameraIds.of("a\\x0ab".getBytes(StandardCharsets.UTF_8)))
        .as("text that looks like an escaped key is not taken for it")
        .isEqualTo("a\\x5cx0ab");
  }

  @Test
  void shouldGiveEachKeyAnIdOfItsOwnAndLeadBackToIt() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] alphabet = {
      '\\', 'x', '0', 'a', 'f', 'g', 0, '\n', (byte) 0xc3, (byte) 0xa9, (byte) 0xff
    };
    Map<String, byte[]> keys = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      byte[] key = new byte[1 + random.nextInt(9)];
      for (int j = 0; j < key.length; j++) {
        key[j] = alphabet[random.nextInt(alphabet.length)];
      }
      String id = CameraIds.of(key);
      byte[] other = keys.put(id, key);
      if (other != null) {
        assertThat(key).as(id).isEqualTo(other);
      }
      assertThat(CameraIds.keyOf(id)).as(id).isEqualTo(key);
      assertThat(Printable.of(id)).isEqualTo(id);
    }
  }
}
