package io.facestream.job.analysers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facestream.job.synthetic.Portraits;
import io.facestream.job.testing.DeclaredAnalysers;
import io.facestream.vision.analyse.AnalysedValue;
import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.packs.AnalyserFile;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.VisionException;
import io.facestream.wire.Analysis;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AnalyseFacesTest {
  private static final int MOST = AnalyseFaces.MOST_WAITING;

  /** Open when the analyser may answer. */
  private static CountDownLatch gate;

  @TempDir private Path folder;
  private AnalyserModel model;
  private OneInputStreamOperatorTestHarness<FaceToAnalyse, Analysis> task;

  @BeforeEach
  void declare() throws Exception {
    gate = new CountDownLatch(1);
    model = AnalyserFile.read(DeclaredAnalysers.ageAndGender(folder));
  }

  @AfterEach
  void close() throws Exception {
    gate.countDown();
    if (task != null) {
      task.close();
    }
  }

  @Test
  void shouldTellWhatTheAnalyserSays() throws Exception {
    gate.countDown();
    start(AnalyseFacesTest::gated, null);
    put(face(1, null));
    Analysis said = awaitAnswer();
    assertThat(said.analysisId()).isEqualTo("lobby@0-1/age-gender/0");
    assertThat(said.values())
        .isEqualTo(Map.of("age", 36.0, "male", 0.1, "female", 0.9, "glasses/female", 0.5));
    assertThat(said.label()).isEqualTo("female");
    assertThat(said.attributes())
        .isEqualTo(Map.of("age", "36", "gender", "female", "glasses", "female"));
    assertThat(said.failure()).isNull();
  }

  @Test
  void shouldPassOverWhatFindsTheQueueFullAndSaySo() throws Exception {
    start(AnalyseFacesTest::gated, null);
    for (int i = 0; i < MOST + 2; i++) {
      put(face(i, null));
    }
    assertThat(answers()).as("while the analyser is held").hasSize(2);
    assertThat(answers())
        .allSatisfy(passed -> assertThat(passed.failure()).startsWith("Passed over:"))
        .extracting(Analysis::analysisId)
        .containsExactly(
            "lobby@0-" + MOST + "/age-gender/0", "lobby@0-" + (MOST + 1) + "/age-gender/0");
    gate.countDown();
    for (int i = 0; i < MOST; i++) {
      awaitAnswer();
    }
    assertThat(answers())
        .extracting(Analysis::analysisId)
        .hasSize(MOST + 2)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldPreferOneShotPictures() throws Exception {
    start(AnalyseFacesTest::gated, null);
    for (int i = 0; i < MOST; i++) {
      put(face(i, null));
    }
    put(face(1_000, "request"));
    assertThat(answers()).as("the last of the camera's made room").hasSize(1);
    assertThat(answers().get(0).frame().offset()).isEqualTo(MOST - 1);
    gate.countDown();
    awaitAnswer();
    assertThat(awaitAnswer().frame().offset())
        .as("after the one that was looked at already")
        .isIn(1_000L, 0L);
    assertThat(answers().subList(1, 3)).extracting(said -> said.frame().offset()).contains(1_000L);
  }

  @Test
  void shouldSayThatItFailsAndGoOn() throws Exception {
    start(
        declared -> {
          throw new VisionException("no such file");
        },
        null);
    put(face(1, null));
    put(face(2, null));
    assertThat(awaitAnswer().failure()).isEqualTo("The analyser cannot be loaded: no such file");
    assertThat(awaitAnswer().failure()).isEqualTo("The analyser cannot be loaded: no such file");
  }

  @Test
  void shouldSayThatItFailsOnAFace() throws Exception {
    assumeTrue(Portraits.models() != null);
    start(AnalyserOpener.fromFiles(null), null);
    // Without the part of the picture that its network needs.
    put(face(1, null));
    assertThat(awaitAnswer().failure())
        .startsWith("The analyser failed: java.lang.IllegalArgumentException: The analyser");
  }

  @Test
  void shouldAnswerAfterAFailureWhatWaitedBefore() throws Exception {
    start(AnalyseFacesTest::gated, null);
    put(face(1, null));
    put(face(2, "request"));
    OperatorSubtaskState state = task.snapshot(1, 1);
    gate.countDown();
    task.close();
    start(AnalyseFacesTest::gated, state);
    awaitAnswer();
    awaitAnswer();
    assertThat(answers())
        .extracting(said -> said.frame().offset())
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(task.snapshot(2, 2).getManagedOperatorState()).isNotNull();
  }

  @Test
  void shouldAnswerAllBeforeItEnds() throws Exception {
    start(AnalyseFacesTest::gated, null);
    put(face(1, null));
    put(face(2, null));
    gate.countDown();
    task.endInput();
    assertThat(answers()).hasSize(2);
  }

  private void start(AnalyserOpener opener, OperatorSubtaskState state) throws Exception {
    task = new OneInputStreamOperatorTestHarness<>(new AnalyseFacesFactory(model, opener));
    task.setup();
    if (state != null) {
      task.initializeState(state);
    }
    task.open();
  }

  private void put(FaceToAnalyse face) throws Exception {
    task.processElement(face, 0);
  }

  private List<Analysis> answers() {
    return List.copyOf(task.extractOutputValues());
  }

  /** Does what the analyser's thread has left for the task, and gives the last answer. */
  private Analysis awaitAnswer() throws Exception {
    int before = answers().size();
    while (answers().size() == before) {
      task.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
    }
    return answers().get(answers().size() - 1);
  }

  private static FaceToAnalyse face(long offset, String request) {
    return new FaceToAnalyse(
        "lobby@0-" + offset,
        "lobby",
        new FrameRef(0, offset, offset, Instant.EPOCH, 640, 360, request),
        0,
        new Box(0, 0, 1, 1),
        List.of());
  }

  /** Says the same of every face, once the gate is open. */
  private static FaceAnalyser gated(AnalyserModel declared) {
    return new FaceAnalyser() {
      @Override
      public AnalyserModel model() {
        return declared;
      }

      @Override
      public io.facestream.vision.analyse.Analysis analyse(List<AnalyserCrop> crops) {
        try {
          gate.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return new io.facestream.vision.analyse.Analysis(
            declared.name(), declared.modelId(), values(), null, 1);
      }

      @Override
      public void close() {}
    };
  }

  private static List<AnalysedValue> values() {
    Map<String, Double> gender = new LinkedHashMap<>();
    gender.put("male", 0.1);
    gender.put("female", 0.9);
    return List.of(
        new AnalysedValue("age", null, 36.0, "years"),
        new AnalysedValue("gender", gender, null, null),
        new AnalysedValue("glasses", Map.of("female", 0.5), null, null));
  }
}
