package io.facestream.explain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.Face;
import io.facestream.wire.ReasonCode;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an alert that names the wrong person to its end, with a job that runs. */
@Tag("thorough")
@Timeout(180)
class NotThisPersonITCase {
  @RegisterExtension static final RunningRecognition JOB = new RunningRecognition();

  @Test
  void shouldNotNameThatFaceAgainUntilItIsErased() throws Exception {
    String mistake = JOB.publish("lobby", JOB.ofAStranger());
    assertThat(JOB.face(mistake).match().personId()).as("a threshold far too low").isEqualTo("ada");

    assertFails(keep(mistake)).contains("has not agreed to it", "--keep-face");
    CommandRun dry = keep(mistake, "--keep-face", "--dry-run");
    assertThat(dry.out()).contains("Nothing was written");
    assertThat(JOB.negativeExamples()).isEmpty();

    CommandRun run = keep(mistake, "--keep-face", "7d");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    String id = "not/ada/" + mistake + "#0";
    assertThat(run.out())
        .contains("(ada) at ", "the face of frame " + mistake + " is kept as not ada until 20")
        .endsWith("Take it back: facestream gallery erase '" + id + "'\n")
        .hasLineCount(2);
    assertThat(JOB.negativeExamples()).containsExactly(id);

    Face again = JOB.awaitFace("lobby", JOB.ofAStranger(), face -> face.match() == null);
    assertThat(again.reasonCode()).isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
    assertThat(again.reason()).startsWith("nearer to a face marked as not ada (").contains(id);

    String refused = JOB.publish("door", JOB.ofAStranger());
    assertThat(JOB.face(refused).reasonCode()).isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
    assertThat(JOB.verdict(refused).gallery().templates()).as("it is no template").isEqualTo(2);
    assertThat(JOB.face(JOB.publish("gate", JOB.ofAda())).match().personId()).isEqualTo("ada");

    CommandRun replay = CommandRun.of(new ReplayCommand(), JOB.options(refused));
    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    CommandRun explain = CommandRun.of(new ExplainCommand(), JOB.options("--verdict", refused));
    assertThat(explain.out())
        .contains("Unknown: nearer to a face marked as not ada", "would be the same now")
        .contains("- " + id + " erased, the face marked as not ada, or after its end, 20")
        .doesNotContain("a threshold of");
    assertFails(keep(refused, "--keep-face")).contains("does not name anybody");

    JOB.erase(id);
    assertThat(
            JOB.awaitFace("door", JOB.ofAStranger(), face -> face.match() != null)
                .match()
                .personId())
        .isEqualTo("ada");
  }

  @Test
  void shouldLeaveTheTopicAtItsEnd() throws Exception {
    String mistake = JOB.publish("yard", JOB.ofAnotherStranger());
    while (JOB.face(mistake).carriedFrom() == null) {
      mistake = JOB.publish("yard", JOB.ofAnotherStranger());
    }
    CommandRun run = keep(mistake, "--keep-face", "5s");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    String id = "not/ada/" + JOB.face(mistake).carriedFrom() + "#0";
    assertThat(run.out()).as("the face of the frame that decided").contains("'" + id + "'");
    JOB.await(() -> !JOB.negativeExamples().contains(id));
    assertThat(JOB.face(JOB.publish("yard", JOB.ofAnotherStranger())).match()).isNotNull();
  }

  @Test
  void shouldTakeOnlyFacesThatWereNamed() throws Exception {
    String id = JOB.publish("hall", JOB.ofAda());
    assertThat(JOB.face(id).match()).isNotNull();
    assertFails(keep(id, "--keep-face", "--face", "2"))
        .endsWith("Verdict " + id + " has no face 2: it has 1 face\n");
    assertFails(keep(id + "/ben", "--keep-face")).contains("does not name 'ben'");
    assertFails(keep("hall@1-977", "--keep-face")).contains("There is no verdict hall@1-977");
    assertFails(keep(id, "--keep-face", "366d")).contains("at most 365d");
    CommandRun visit = keep(id + "/ada", "--keep-face", "--face", "1", "--dry-run");
    assertThat(visit.exitCode()).as(visit.err()).isZero();
  }

  private static AbstractStringAssert<?> assertFails(CommandRun run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    return assertThat(run.err()).hasLineCount(1);
  }

  private static CommandRun keep(String id, String... more) {
    List<String> all = Stream.concat(Stream.of(id), Stream.of(more)).toList();
    return CommandRun.of(new NotThisPersonCommand(), JOB.options(all.toArray(String[]::new)));
  }
}
