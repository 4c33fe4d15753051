package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.quickstart.demo.Stage.Performance;
import io.facestream.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The demo deletes its topics at its end, so it tells what it refused before. */
@Timeout(180)
@ExtendWith(Stage.Hands.class)
class RefusedInputITCase {
  private static final DrawnScene SCENE =
      new DrawnScene(SceneUrl.parse("scene:?people=2&strangers=0"));
  private static final byte[] GOOD = BadFrames.good();

  @TempDir private Path pictures;
  @TempDir private Path people;

  @Test
  void what_was_refused_is_told_with_reason_and_file_and_kept_on_request(Stage stage)
      throws Exception {
    new SceneGallery(SCENE).writeTo(people);
    byte[] cut = Arrays.copyOf(GOOD, GOOD.length / 3);
    Files.write(pictures.resolve("1.jpg"), GOOD);
    Files.write(pictures.resolve("2.jpg"), cut);
    Files.write(pictures.resolve("3.jpg"), Arrays.copyOf(GOOD, GOOD.length / 2));
    Files.write(pictures.resolve("4.jpg"), GOOD);
    Files.writeString(pictures.resolve("5.txt"), "no picture");
    // A whole picture, and more behind it than a frame may have.
    Files.write(pictures.resolve("6.jpg"), Arrays.copyOf(GOOD, Topics.MAX_FRAME_BYTES + 1));

    Performance run =
        stage.play(
            CameraList.of(Map.of("folder", pictures.toString()), List.of(), true),
            people,
            "builtin",
            2);

    assertThat(run.verdicts()).hasSize(2);
    assertThat(run.said())
        .contains("Frames      4 in, 2 judged, 2 refused (topic frames.dlq)\n")
        .containsPattern(
            " 2 × .*; first: " + pictures.resolve("2.jpg") + " \\(folder@\\d+-\\d+\\)\n")
        .contains("Left out    2: no pictures, too large");
    assertThat(run.refusals())
        .hasSize(2)
        .allSatisfy(refusal -> assertThat(refusal.key()).isEqualTo("folder"))
        .allSatisfy(refusal -> assertThat(refusal.reason()).isNotBlank())
        .anySatisfy(refusal -> assertThat(refusal.value()).isEqualTo(cut).hasSize(refusal.size()));
  }

  @Test
  void the_same_photo_under_several_people_is_warned_of(Stage stage) throws Exception {
    new SceneGallery(SCENE).writeTo(people);
    Path photo = onePhotoOf(people);
    for (String name : List.of("Eve", "Mallory", "Trent")) {
      Files.copy(photo, Files.createDirectory(people.resolve(name)).resolve("1.jpg"));
    }
    Files.write(pictures.resolve("1.jpg"), GOOD);

    Performance run =
        stage.play(
            CameraList.of(Map.of("folder", pictures.toString()), List.of(), true),
            people,
            "builtin",
            2);

    assertThat(run.said())
        .containsPattern(
            "Warning: the same photo is enrolled for several people: .*eve/1.jpg, .*mallory/1.jpg");
  }

  private static Path onePhotoOf(Path people) throws IOException {
    try (Stream<Path> files = Files.walk(people)) {
      return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }
}
