package io.facestream.explain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both commands on what a job has judged. The gallery changes on the way, so the order counts. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(120)
class WhyITCase {
  private static final String BUILTIN = "--pack=builtin";

  @RegisterExtension static final JudgedFrames FRAMES = new JudgedFrames();

  @TempDir private Path folder;

  @Order(1)
  @ParameterizedTest
  @ValueSource(strings = {"lobby@0-0", "lobby@0-1", "lobby@0-2"})
  void shouldGiveEachVerdictAgainByteForByte(String id) {
    CommandRun run = replay(id);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).isEqualTo(id + ": the same verdict, byte for byte but for timings\n");
  }

  @Test
  @Order(1)
  void shouldJudgeTheFrameAgainThatDecidedOnACarriedFace() {
    CommandRun run = replay("hall@0-8");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("frame hall@0-3, which decided, was judged again, too")
        .endsWith("hall@0-8: the same verdict, byte for byte but for timings\n");
    assertThat(replay("hall@0-8", "--threshold", "0.99").out())
        .as("it is found anew, and not believed")
        .contains("another verdict", "First difference: /outcome");
  }

  @Test
  @Order(1)
  void shouldSayWhereAnotherRuleParts() throws Exception {
    CommandRun run = replay("lobby@0-0", "--shown-candidates", "1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("another verdict", "First difference: /faces/0/candidates/1", "now  nothing")
        .contains("\nthen {\"schema\":", "\nnow  {\"schema\":");
    JsonNode json =
        new ObjectMapper().readTree(replay("lobby@0-0", "--min-face-width", "200", "--json").out());
    assertThat(json.at("/same").asBoolean()).isFalse();
    assertThat(json.at("/then/outcome").asText()).isEqualTo("match");
    assertThat(json.at("/now/outcome").asText()).isEqualTo("rejected");
  }

  @Test
  @Order(1)
  void shouldExplainTheFrameOfAVerdict() {
    CommandRun run = explain("--verdict", "lobby@0-0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Match: Name of ada (ada) by photo ada/", "Quality gate", "Another answer with")
        .containsPattern("Name of ben +ben/1 +1 ")
        .contains("The job said then: match; the answer would be the same now")
        .doesNotContain("written to since");
    assertThat(explain("--verdict", "lobby@0-1").out())
        .contains("Unknown: below camera threshold 0.650", "would be the same now")
        .contains("0.650 is needed by camera/lobby (policy of version 0)");
    assertThat(explain("--verdict", "lobby@0-2").out())
        .contains("No face was found.", "The job said then: no-face");
  }

  @Test
  @Order(1)
  void shouldExplainPicturesAndNameThoseThatAreNone() throws Exception {
    Path ada = Files.write(folder.resolve("ada.jpg"), FRAMES.ofAda(2));
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
    CommandRun run = explain("--json", ada.toString(), text.toString(), folder + "/none.jpg");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(2).contains("text.jpg': ", "none.jpg'; check the path");
    assertThat(run.out()).hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/gallery/templates").asInt()).isEqualTo(3);
    assertThat(json.at("/faces/0/answer/match/personId").asText()).isEqualTo("ada");
    assertThat(json.at("/faces/0/nearest/0/photos").asInt()).isEqualTo(2);
    assertThat(json.at("/faces/0/gate/1/measure").asText()).isEqualTo("width");
    assertThat(json.at("/faces/0/changes/0/what").asText()).isEqualTo("threshold");
    assertThat(json.at("/then").isMissingNode()).isTrue();
    assertThat(explain(text.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  @Order(1)
  void shouldJudgeAPictureAsIfACameraHadTakenIt() throws Exception {
    Path ada = Files.write(folder.resolve("ada.jpg"), FRAMES.ofAda(2));
    String limit = "--camera-threshold=gate=1";
    assertThat(explain(ada.toString(), limit).out()).contains("Match: ");
    assertThat(explain(ada.toString(), limit, "--camera", "gate").out())
        .contains("Unknown: below camera threshold 1.000", "thresholds as at camera gate");
  }

  @Test
  @Order(1)
  void shouldSayThatTheFrameIsGoneAndWhatTheJobHadSaid() {
    CommandRun run = explain("--verdict", "gate@1-0");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("gate@1-0: captured ", "Face 1: Name of ada at 0.");
    assertThat(run.err())
        .hasLineCount(1)
        .contains("Frame 1-0 is no longer on topic 'frames': retention has deleted it");
    assertFails(replay("gate@1-0")).contains("Frame 1-0 is no longer on topic", "retention.ms");
  }

  @Test
  @Order(1)
  void shouldSayInOneLineWhyNothingIsExplained() {
    assertFails(explain("--verdict", "lobby@0-77"))
        .contains("There is no verdict lobby@0-77 on topic 'verdicts'");
    assertFails(explain("--verdict", "lobby")).contains("'lobby' is no id of a verdict");
    assertFails(replay("door@0-0")).contains("There is no verdict door@0-0");
    assertFails(explain()).contains("Name a picture");
    assertFails(explain("x.jpg", "--verdict", "lobby@0-0")).contains("not both");
    assertFails(explain("--top", "0", "x.jpg")).contains("--top must be 1 to 100");
    assertFails(explain("x.jpg", "--gallery-topic", "nowhere"))
        .contains("There is no topic 'nowhere'", "--gallery-topic");
    assertFails(explain("x.jpg", "--pack=standard"))
        .contains("No template of topic 'gallery' can be compared by pack 'standard'");
    assertFails(replay("lobby@0-0", "--pack=standard")).contains("was given by pack 'builtin'");
    assertFails(explain("x.jpg", "--bootstrap-servers", "no.such.host.invalid:1"))
        .contains("No Kafka broker answers", "--bootstrap-servers");
  }

  @Test
  @Order(2)
  void shouldSayWhatHasChangedSinceAndStillReplay() throws Exception {
    FRAMES.erase("ada/1");
    FRAMES.erase("ada/2");
    FRAMES.enrol("gallery", "cem/1", FRAMES.ofAStranger());
    CommandRun run = explain("--verdict", "lobby@0-0");
    assertThat(run.out())
        .contains("the answer would be another now", "the gallery was written to since (partition")
        .contains("3 templates then, 2 now", "face 1: then Name of ada at 0.", ", now unknown (")
        .contains(" was the nearest at ");
    assertThat(replay("lobby@0-0").exitCode()).isZero();
    assertThat(replay("lobby@0-1").exitCode()).isZero();
  }

  @Test
  @Order(2)
  void shouldSayWhatTheGalleryNoLongerHolds() throws Exception {
    FRAMES.enrol("gallery.left", "ben/1", FRAMES.ofAda(0));
    FRAMES.enrol("gallery.left", "ben/1", FRAMES.ofAda(1));
    CommandRun run = replay("lobby@0-1", "--gallery-topic", "gallery.left");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("no longer holds 2 of the 3 templates that were searched; compaction");
  }

  @Test
  @Order(3)
  void shouldTellAPolicyOfNowFromThatOfThen() throws Exception {
    FRAMES.layDown("camera/lobby", "{\"threshold\": 0.9}");
    FRAMES.layDown("camera/lobby", "no policy");
    assertThat(explain("--verdict", "lobby@0-1").out())
        .contains(
            "face 1: then 0.650 had to be reached (camera/lobby (policy of version 0)), now 0.900"
                + " (camera/lobby (policy of version 1))");
    CommandRun run = replay("lobby@0-1");
    assertThat(run.exitCode()).as(run.out()).isZero();
    FRAMES.layDown("default", "{\"record\": \"none\"}");
    assertThat(explain("--verdict", "lobby@0-0", "--gallery-topic", "gallery.left").out())
        .contains("Match: Name of ben", "; a policy keeps it out of the verdict");
  }

  private static AbstractStringAssert<?> assertFails(CommandRun run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    return assertThat(run.err()).hasLineCount(1);
  }

  private static CommandRun explain(String... arguments) {
    return CommandRun.of(new ExplainCommand(), withPack(arguments));
  }

  private static CommandRun replay(String... arguments) {
    return CommandRun.of(new ReplayCommand(), withPack(arguments));
  }

  private static String[] withPack(String... arguments) {
    String[] options = FRAMES.options(arguments);
    return String.join(" ", arguments).contains("--pack=")
        ? options
        : FRAMES.options(
            Stream.concat(Stream.of(arguments), Stream.of(BUILTIN)).toArray(String[]::new));
  }
}
