package io.facestream.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.testing.ShortPatience;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.MjpegServer;
import io.facestream.ingest.testing.SharedBroker;
import io.facestream.ingest.testing.Videos;
import io.facestream.wire.CameraSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

@Timeout(120)
class IngestCommandITCase {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldReadAListAndACameraToTheirEnd() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 2);
    Videos.film(folder.resolve("film.mp4"), 20, 25);
    Path list =
        Files.writeString(
            folder.resolve("cameras.yaml"), "cameras:\n- id: door\n  url: film.mp4\n");
    assertThat(
            run(
                topic,
                "--cameras",
                list.toString(),
                "--camera",
                "scene=scene:?seed=7&width=160&height=120&rate=10&duration=2s",
                "--pace",
                "none"))
        .isZero();
    assertThat(topic.recordsOf("door")).hasSize(20);
    assertThat(topic.recordsOf("scene")).hasSize(20);
    assertThat(out.toString()).contains("door").contains("published 20");
  }

  @Test
  void shouldEndWithTheLastFileWhenAskedThoughACameraGoesOn() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 2);
    Path film = Videos.film(folder.resolve("film.mp4"), 20, 25);
    try (MjpegServer server = new MjpegServer()) {
      assertThat(
              run(
                  topic,
                  "--camera",
                  "live=" + server.url(),
                  "--camera",
                  "f=" + film,
                  "--until-end"))
          .isZero();
    }
    assertThat(topic.recordsOf("f")).hasSize(20);
    assertThat(out.toString()).contains("live");
  }

  @Test
  void shouldFollowTheCamerasOfATopicUntilItIsEnded() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 2);
    String cameras = "cameras-" + topic.name();
    CameraTopic written =
        new CameraTopic(KafkaConnection.to(SharedBroker.get().bootstrapServers()), cameras);
    written.createIfMissing((short) 1);
    try (MjpegServer server = new MjpegServer()) {
      written.write("door", CameraSource.of(server.url()));
      Thread command = new Thread(() -> run(topic, "--follow-cameras", "--cameras-topic", cameras));
      command.start();
      while (server.connections() == 0) {
        Thread.sleep(20);
      }
      command.interrupt();
      command.join();
    }
    assertThat(out.toString()).contains("door").contains("read ");
  }

  @Test
  void shouldNameTheCameraWhoseFileIsMissing() {
    assertThat(run("--camera", "lobby=" + folder.resolve("nowhere.mp4"))).isEqualTo(1);
    assertThat(err.toString()).startsWith("camera 'lobby': there is no file").hasLineCount(1);
  }

  @Test
  void shouldNameTheBrokerThatIsUnreachable() {
    String scene = "s=scene:?seed=7&duration=1s";
    try (var patience = ShortPatience.ofASecond()) {
      assertThat(run("--camera", scene, "--bootstrap-servers", "127.0.0.1:1")).isEqualTo(1);
    }
    assertThat(err.toString()).startsWith("No Kafka broker answers at 127.0.0.1:1").hasLineCount(1);
  }

  @Test
  void shouldSayWhatIsWrongWithTheArguments() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("There is no camera");
    assertThat(run("--camera", "lobby")).isEqualTo(2);
    assertThat(err.toString()).contains("write it as NAME=URL");
    assertThat(run("--camera", "a=x.mp4", "--camera", "a=y.mp4")).isEqualTo(2);
    assertThat(err.toString()).contains("Two cameras are called 'a'");
    assertThat(run("--camera", "a=x.mp4", "--pace", "slow")).isEqualTo(2);
    assertThat(err.toString()).contains("must be 'own' or 'none', not 'slow'");
  }

  @Test
  void shouldExplainItself() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("rtsp://").contains("--until-end").contains("Exit code");
  }

  private int run(FramesTopic topic, String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    all[0] = "--bootstrap-servers";
    all[1] = SharedBroker.get().bootstrapServers();
    all[2] = "--frames-topic";
    all[3] = topic.name();
    return run(all);
  }

  private int run(String... arguments) {
    return new CommandLine(new IngestCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(IngestCommandITCase::tellInOneLine)
        .execute(arguments);
  }

  /** As the facestream command does. */
  private static int tellInOneLine(Exception failure, CommandLine command, ParseResult parsed) {
    command.getErr().println(failure.getMessage());
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
