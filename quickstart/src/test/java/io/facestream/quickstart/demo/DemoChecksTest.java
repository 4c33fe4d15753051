package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoChecksTest {
  private static final String SCENE = "scene:?people=2";

  @TempDir private Path folder;
  private Path gallery;

  @BeforeEach
  void enrolSomebody() throws IOException {
    gallery = Files.createDirectories(folder.resolve("people/ada")).getParent();
    Files.createFile(gallery.resolve("ada/1.jpg"));
  }

  @Test
  void shouldPassWhatCanBeReadAndWritten() {
    DemoOutputs outputs =
        new DemoOutputs(
            folder.resolve("new/a.jsonl"),
            folder.resolve("s.jsonl"),
            folder.resolve("v.jsonl"),
            folder.resolve("d.jsonl"),
            folder.resolve("frames"));
    assertThatCode(() -> check(SCENE, outputs)).doesNotThrowAnyException();
    assertThat(folder.resolve("frames")).isEmptyDirectory();
  }

  @Test
  void shouldKeepWhatAnEarlierRunWrote() throws IOException {
    Path alerts = Files.writeString(folder.resolve("a.jsonl"), "earlier");
    check(SCENE, new DemoOutputs(alerts, null, null, null, null));
    assertThat(alerts).hasContent("earlier");
  }

  @Test
  void shouldNameTheOutputThatCannotBeWritten() {
    Path belowAFile = gallery.resolve("ada/1.jpg/x");
    assertRefused(
        SCENE, new DemoOutputs(belowAFile, null, null, null, null), "--alerts: cannot write to ");
    assertRefused(
        SCENE, new DemoOutputs(null, null, folder, null, null), "--verdicts: cannot write to ");
    assertRefused(
        SCENE, new DemoOutputs(null, null, null, null, belowAFile), "--annotate: cannot write to ");
  }

  @Test
  void shouldRefuseOneFileForTwoOutputs() {
    Path both = folder.resolve("both.jsonl");
    assertRefused(SCENE, new DemoOutputs(both, null, both, null, null), "both name " + both);
    assertRefused(SCENE, new DemoOutputs(null, both, null, both, null), "both name " + both);
  }

  @Test
  void shouldNotTakeAChoiceOfTheJobForAFile() {
    assertRefused(
        SCENE,
        new DemoOutputs(Path.of("sightings"), null, null, null, null),
        "--alerts names a file here, and 'sightings' is a choice of the job");
    assertThat(Path.of("sightings")).doesNotExist();
  }

  @Test
  void shouldNameTheCameraThatCannotBeOpened() {
    assertRefused("scene:?people=x", DemoOutputs.none(), "Camera c: scene: people=x must be");
    assertRefused("no-such.mp4", DemoOutputs.none(), "Camera c: there is no file or folder");
  }

  @Test
  void shouldLeaveCamerasOnTheNetworkToTheirRunner() {
    assertThatCode(() -> check("rtsp://door.invalid/1", DemoOutputs.none()))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseAGalleryThatIsAFile() {
    gallery = gallery.resolve("ada/1.jpg");
    assertRefused(SCENE, DemoOutputs.none(), "it is a file, not a folder");
  }

  @Test
  void shouldRefuseAnEmptyGallery() throws IOException {
    gallery = Files.createDirectory(folder.resolve("empty"));
    assertRefused(SCENE, DemoOutputs.none(), "it holds no photos");
  }

  private void assertRefused(String url, DemoOutputs outputs, String line) {
    assertThatThrownBy(() -> check(url, outputs))
        .hasMessageContaining(line)
        .hasMessageNotContaining("\n");
  }

  private void check(String url, DemoOutputs outputs) {
    List<Camera> cameras = List.of(Camera.of("c", url));
    DemoChecks.requireUsable(
        new DemoPlan(cameras, gallery, "builtin", null, List.of(), 1, true, outputs));
  }
}
