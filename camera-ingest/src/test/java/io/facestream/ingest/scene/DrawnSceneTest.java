package io.facestream.ingest.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnSceneTest {

  private static final String SMALL = "scene:?width=320&height=180&";

  @Test
  void shouldDrawTheSameBytesAgainInAnyOrder() {
    DrawnScene once = scene(SMALL + "seed=5");
    DrawnScene again = scene(SMALL + "seed=5");
    byte[] later = again.frame(140);
    assertThat(again.frame(60)).isEqualTo(once.frame(60));
    assertThat(once.frame(140)).isEqualTo(later);
  }

  @Test
  void shouldDrawOtherScenesForOtherSeedsAndCameras() {
    byte[] picture = scene(SMALL + "seed=5").frame(60);
    assertThat(scene(SMALL + "seed=6").frame(60)).isNotEqualTo(picture);
    assertThat(scene(SMALL + "seed=5&camera=1&cameras=2").frame(60)).isNotEqualTo(picture);
  }

  @Test
  void shouldPublishJpegPicturesOfTheSizeAskedFor() throws Exception {
    try (FrameSource source = FrameSources.open(SMALL + "rate=4&duration=500ms")) {
      SourceFrame first = source.next();
      SourceFrame second = source.next();
      assertThat(first.contentType()).isEqualTo("image/jpeg");
      assertThat(first.mediaTime()).isEqualTo(Duration.ZERO);
      assertThat(second.mediaTime()).isEqualTo(Duration.ofMillis(250));
      assertThat(source.next()).isNull();
      var image = ImageIO.read(new ByteArrayInputStream(first.picture()));
      assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(320, 180);
    }
  }

  @Test
  void shouldShowOnlyTheRoomWhereTruthSeesNobody() {
    DrawnScene scene = scene("scene:?people=1&strangers=0&crowd=1");
    int[] empty =
        LongStream.range(0, scene.frames())
            .filter(i -> scene.truth(i).faces().isEmpty())
            .mapToObj(scene::pixels)
            .findFirst()
            .orElseThrow();
    for (long i = 0; i < scene.frames(); i += 7) {
      for (SceneFace face : scene.truth(i).faces()) {
        double changed = share(scene.pixels(i), empty, face);
        if (face.visible() == 1) {
          assertThat(changed).as("changed share of %s in picture %s", face, i).isGreaterThan(0.9);
        }
      }
    }
  }

  private static double share(int[] pixels, int[] empty, SceneFace face) {
    int changed = 0;
    int all = 0;
    for (int y = (int) Math.max(0, face.y()); y < face.y() + face.height() && y < 360; y++) {
      for (int x = (int) Math.max(0, face.x()); x < face.x() + face.width() && x < 640; x++) {
        all++;
        changed += pixels[y * 640 + x] == empty[y * 640 + x] ? 0 : 1;
      }
    }
    return all == 0 ? 0 : changed / (double) all;
  }

  @Test
  void shouldLetEverybodyAppearForMoreThanASecond() {
    Set<String> seen =
        scene("scene:").appearances().stream()
            .filter(a -> a.duration().compareTo(Duration.ofSeconds(1)) > 0)
            .map(Appearance::person)
            .collect(Collectors.toSet());
    assertThat(seen).hasSize(6).contains("stranger-1", "stranger-2");
  }

  @Test
  void shouldLetNobodyBeAtTwoCamerasAtOnceWhilePeopleSuffice() {
    String fleet = SMALL + "people=10&strangers=2&cameras=4&camera=";
    List<DrawnScene> scenes =
        IntStream.range(0, 4).mapToObj(camera -> scene(fleet + camera)).toList();
    for (long i = 0; i < 300; i += 3) {
      Set<String> there = new HashSet<>();
      for (DrawnScene scene : scenes) {
        for (SceneFace face : scene.truth(i).faces()) {
          assertThat(there.add(face.person())).as("%s twice in picture %s", face, i).isTrue();
        }
      }
    }
  }

  @Test
  void shouldTellStaysThatHoldAllAppearancesOfThePerson() {
    DrawnScene scene = scene("scene:");
    List<Stay> stays = scene.stays(Duration.ofSeconds(4));
    assertThat(stays).filteredOn(Stay::certain).hasSizeGreaterThan(6);
    for (Appearance appearance : scene.appearances()) {
      assertThat(stays)
          .filteredOn(stay -> stay.person().equals(appearance.person()))
          .filteredOn(stay -> stay.stranger() == appearance.stranger())
          .filteredOn(s -> s.first() <= appearance.first() && appearance.last() <= s.last())
          .as("stays that %s is in", appearance)
          .hasSize(1)
          .allMatch(stay -> stay.certain() || appearance.duration().toMillis() <= 1000);
    }
    assertThat(scene.stays(Duration.ofHours(1))).as("one of each").hasSize(6);
  }

  @Test
  void shouldWriteTruthAsOneObjectPerPicture(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("truth.jsonl");
    scene(SMALL + "duration=2s").writeTruth(file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(20);
    assertThat(lines.get(7)).startsWith("{\"sequence\":7,\"faces\":[{\"person\":\"");
  }

  @Test
  void shouldWriteAFolderOfPhotosPerPersonAndNoneOfStrangers(@TempDir Path folder)
      throws IOException {
    int photos = new SceneGallery(scene(SMALL + "people=2&strangers=3")).writeTo(folder);
    assertThat(photos).isEqualTo(6);
    try (var people = Files.list(folder)) {
      assertThat(people.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("Rufus_Amberly", "Greta_Holm");
    }
    assertThat(folder.resolve("Greta_Holm").resolve("3.jpg")).isRegularFile();
  }

  private static DrawnScene scene(String url) {
    return new DrawnScene(SceneUrl.parse(url));
  }
}
