package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.client.frames.FrameToWrite;
import io.facestream.client.frames.FrameWriter;
import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.EventReader;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/api.md as they stand there, one after the other. */
@Tag("thorough")
@Timeout(180)
class ApiExamplesITCase {
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final int FRAMES = 60;

  /** What the clock of a test's console says. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Curl's word for a stream that would go on. */
  private static final int TIMED_OUT = 28;

  @RegisterExtension static final TestJob JOB = new TestJob();

  @TempDir private Path folder;

  private TestConsole console;
  private Browser desk;

  @BeforeEach
  void start() {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    desk = console.withKey("\"rights\":[\"recognise\",\"enrol\",\"read\"]");
    Until.holds(() -> assertThat(console.stranger().get("/health").status()).isEqualTo(200));
  }

  @AfterEach
  void end() {
    console.close();
  }

  @Test
  void shouldWorkAsTheyStandThere() throws Exception {
    assumeTrue(isThere("curl") && isThere("bash"), "There is no curl or no bash here");
    Files.write(folder.resolve("capture.jpg"), JOB.pictureOf(0));
    Files.writeString(
        folder.resolve(".curlrc"), "fail-with-body\nsilent\nshow-error\nmax-time = 8\n");
    Map<String, String> environment = environment();
    List<String> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(6);
    for (String block : blocks) {
      run(block, environment);
    }
  }

  private Map<String, String> environment() throws IOException {
    sendFrames();
    Until.holds(() -> assertThat(first("/api/v1/sightings").isObject()).isTrue());
    Until.holds(() -> assertThat(first("/api/v1/alerts").isObject()).isTrue());
    JsonNode made =
        console
            .admin()
            .post(
                "/api/v1/keys",
                "{\"name\":\"all\",\"rights\":[\"recognise\",\"enrol\",\"read\",\"admin\"]}")
            .json();
    String key = made.path("secret").asText();
    Browser all = console.stranger().withKey(key);
    String[] token = new String[1];
    Until.holds(
        () -> {
          token[0] = all.postPicture("/api/v1/recognize", JOB.pictureOfAStranger()).text("token");
          assertThat(token[0]).startsWith("face_");
        });
    return Map.of(
        "FACESTREAM_KEY",
        key,
        "TOKEN",
        token[0],
        "SIGHTING",
        first("/api/v1/sightings").path("id").asText(),
        "POSITION",
        position(),
        "PASSWORD",
        TestConsole.PASSWORD,
        "CURL_HOME",
        folder.toString());
  }

  /** Where a reader would go on who has read all. */
  private String position() {
    try (EventReader events = desk.events("/api/v1/alerts", null)) {
      return events.begun().id();
    }
  }

  private void sendFrames() throws IOException {
    DeskTopics topics = JOB.desk();
    try (FrameWriter writer =
        FrameWriter.open(topics.connection(), topics.topics().frames().name(), "test")) {
      for (int i = 0; i < FRAMES; i++) {
        long at = NOW.minusMillis(100L * (FRAMES - i)).toEpochMilli();
        writer.write(FrameToWrite.of("entrance", i, at, JOB.frame(i), null), 0, failure -> {});
      }
    }
  }

  private JsonNode first(String list) {
    return desk.get(list).json().at("/items/0");
  }

  private List<String> blocks() throws IOException {
    List<String> all = new ArrayList<>();
    Matcher found = BLOCK.matcher(Files.readString(PAGE));
    while (found.find()) {
      all.add(found.group(1).replace("http://127.0.0.1:8088", console.address().toString()));
    }
    return all;
  }

  private void run(String commands, Map<String, String> environment) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", commands);
    shell.directory(folder.toFile()).redirectErrorStream(true);
    shell.environment().putAll(environment);
    Process running = shell.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int ended = running.waitFor();
    boolean endless = commands.contains("Last-Event-ID");
    assertThat(ended).as("%s%n%s", commands, said).isEqualTo(endless ? TIMED_OUT : 0);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
