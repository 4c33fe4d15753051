package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.Pace;
import io.facestream.quickstart.QuickstartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraListTest {
  @TempDir private Path folder;

  @Test
  void shouldCallACameraLikeItsVideo() throws IOException {
    List<Camera> cameras =
        CameraList.of(Map.of(), List.of(video("a/lobby cam.mp4"), video("b/lobby cam.mp4")), true);

    assertThat(cameras).extracting(Camera::id).containsExactly("lobby-cam", "lobby-cam-2");
  }

  @Test
  void shouldReadOnceAndFastUntilTheEnd() throws IOException {
    assertThat(CameraList.of(Map.of(), List.of(video("lobby.mp4")), true))
        .allMatch(camera -> camera.pace() == Pace.NONE && !camera.loop());
  }

  @Test
  void shouldPlayAgainAndAgainAtItsOwnSpeedOtherwise() throws IOException {
    assertThat(CameraList.of(Map.of(), List.of(video("lobby.mp4")), false))
        .allMatch(camera -> camera.pace() == Pace.OWN && camera.loop());
  }

  @Test
  void shouldNotLoopACameraThatNeverEnds() {
    assertThat(CameraList.of(Map.of("door", "rtsp://door.example/1"), List.of(), false))
        .noneMatch(Camera::loop);
  }

  @Test
  void shouldNameTheVideoThatIsMissing() {
    List<Path> missing = List.of(folder.resolve("gone.mp4"));

    assertThatThrownBy(() -> CameraList.of(Map.of(), missing, true))
        .isInstanceOf(QuickstartException.class)
        .hasMessageContaining("gone.mp4");
  }

  @Test
  void shouldNameTheCameraWhoseUrlIsNone() {
    Map<String, String> wrong = Map.of("door", "ftp://door.example/1");

    assertThatThrownBy(() -> CameraList.of(wrong, List.of(), true))
        .isInstanceOf(QuickstartException.class)
        .hasMessageStartingWith("Camera door: ");
  }

  private Path video(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
