package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.IngestException;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A camera that fails in the middle of a demo. */
@Tag("thorough")
@Timeout(300)
@ExtendWith(Stage.Hands.class)
class FailingCameraITCase {
  private static final byte[] PICTURE_START = {(byte) 0xff, (byte) 0xd8};

  @TempDir Path folder;

  @Test
  void shouldJudgeEveryFrameOfTheOthersAndFailOnlyThen(Stage stage) throws Exception {
    StringWriter said = new StringWriter();
    Path verdicts = folder.resolve("verdicts.jsonl");
    try (DemoScene scene = new DemoScene(true);
        StopSignal never = new StopSignal()) {
      List<Camera> cameras =
          List.of(
              Camera.of("broken", undecodableFilm().toString()),
              Camera.of("hall", "scene:?duration=6s&rate=5&width=320&height=180"));
      DemoPlan plan =
          new DemoPlan(
              cameras,
              scene.gallery(),
              "builtin",
              null,
              List.of(),
              2,
              true,
              new DemoOutputs(null, null, verdicts, null, null));
      PrintWriter out = new PrintWriter(said);
      DemoRun run = new DemoRun(plan, stage.newTopics(), stage.flink(), never, out, out);
      assertThatThrownBy(run::run)
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("camera 'broken'")
          .hasMessageContaining("holds no picture that can be decoded");
    }
    assertThat(Files.readAllLines(verdicts))
        .extracting(line -> Json.fromBytes(line.getBytes(StandardCharsets.UTF_8), Verdict.class))
        .extracting(Verdict::cameraId)
        .hasSize(30)
        .containsOnly("hall");
    assertThat(said.toString()).contains("30");
  }

  /** Opens as Motion JPEG, and holds no line of a picture. */
  private Path undecodableFilm() throws Exception {
    byte[] film = new byte[20_000];
    for (int at = 0; at + 4000 <= film.length; at += 4000) {
      System.arraycopy(PICTURE_START, 0, film, at, 2);
      Arrays.fill(film, at + 2, at + 3998, (byte) 0x11);
      film[at + 3998] = (byte) 0xff;
      film[at + 3999] = (byte) 0xd9;
    }
    return Files.write(folder.resolve("broken.mjpeg"), film);
  }
}
