package io.facestream.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickTest {
  /** A photo of 200×100 pixels; the second face stands in the middle. */
  private static final FoundFaces GROUP =
      new FoundFaces(200, 100, 0, List.of(faceAt(0, 40), faceAt(85, 30), faceAt(170, 20)), null);

  @Test
  void shouldChooseTheLargestTheMostCentralOrTheNumbered() {
    assertThat(Pick.parse("largest").indexIn(GROUP)).isEqualTo(0);
    assertThat(Pick.parse("center").indexIn(GROUP)).isEqualTo(1);
    assertThat(Pick.parse("Centre")).isEqualTo(Pick.parse("center"));
    assertThat(Pick.parse("3").indexIn(GROUP)).isEqualTo(2);
    assertThat(Pick.parse("4").indexIn(GROUP)).isEqualTo(-1);
  }

  @Test
  void shouldRefuseWhatChoosesNothing() {
    for (String text : List.of("0", "-1", "best", "", "1.5", "99999")) {
      assertThatThrownBy(() -> Pick.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldPreferTheChoiceOfThePhotoItself() {
    Picks picks = Picks.parse(List.of("largest", "ada/a=b.jpg=2"));
    assertThat(picks.forPhoto("ada/a=b.jpg").text()).isEqualTo("2");
    assertThat(picks.forPhoto("ada/1.jpg").text()).isEqualTo("largest");
    assertThat(Picks.none().forPhoto("ada/1.jpg")).isNull();
    assertThat(picks.namedOutside(Set.of("ada/1.jpg"))).containsExactly("ada/a=b.jpg");
  }

  @Test
  void shouldListFacesInThePixelsThatAViewerShows() {
    assertThat(PhotoFace.listOf(GROUP).get(1)).hasToString("2: 30×30 px at (85, 40), score 0.90");
  }

  private static FoundFace faceAt(float x, float size) {
    PixelBox box = new PixelBox(x, 40, size, size);
    return new FoundFace(
        new DetectedFace(box, new float[10], 0.9f), 0.5, null, new byte[0], List.of());
  }
}
