package io.facestream.job.verdict;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.hit;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.PartialAnswer;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeVerdictsTest {
  private final ProbeFrame frame = frameWith("lobby", 7, towards(0, 0));
  private KeyedOneInputStreamOperatorTestHarness<String, PartialAnswer, MergedFrame> harness;

  @BeforeEach
  void openMerge() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new MergeVerdicts()), PartialAnswer::frameId, Types.STRING);
    harness.open();
  }

  @AfterEach
  void shouldLeaveNoStateBehind() throws Exception {
    assertThat(harness.numKeyedStateEntries()).isZero();
    harness.close();
  }

  @Test
  void shouldWaitForEverySlice() throws Exception {
    answer(0, 3, hit("ada/1", 0.4));
    answer(2, 3, hit("ben/1", 0.6));
    assertThat(harness.extractOutputValues()).isEmpty();
    answer(1, 3);
    assertThat(hitsOfTheOnlyFrame()).containsExactly("ben/1", "ada/1");
  }

  @Test
  void shouldCountARepeatedSliceOnce() throws Exception {
    answer(0, 2, hit("ada/1", 0.4));
    answer(0, 2, hit("ada/1", 0.4));
    assertThat(harness.extractOutputValues()).isEmpty();
    answer(1, 2);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void shouldStartAfreshWhenTheNumberOfSlicesChanged() throws Exception {
    answer(1, 2, hit("old/1", 0.9));
    answer(0, 3, hit("ada/1", 0.4));
    answer(1, 3);
    assertThat(harness.extractOutputValues()).isEmpty();
    answer(2, 3);
    assertThat(hitsOfTheOnlyFrame()).containsExactly("ada/1");
  }

  @Test
  void shouldShowOnePersonOnceWithTheBestTemplate() throws Exception {
    answer(0, 2, hit("ada/1", 0.4), hit("ben/1", 0.3));
    answer(1, 2, hit("ada/2", 0.5), hit("ada/3", 0.45));
    assertThat(hitsOfTheOnlyFrame()).containsExactly("ada/2", "ben/1");
  }

  @Test
  void shouldOrderEqualSimilaritiesByTemplate() throws Exception {
    answer(1, 2, hit("cem/1", 0.5));
    answer(0, 2, hit("ben/1", 0.5), hit("eva/1", 0.5));
    assertThat(hitsOfTheOnlyFrame()).containsExactly("ben/1", "cem/1", "eva/1");
  }

  @Test
  void shouldAddUpTheGalleryOverAllSlices() throws Exception {
    harness.processElement(partial(0, 2, 10, Map.of(0, 5L, 1, 9L)), 0);
    harness.processElement(partial(1, 2, 12, Map.of(0, 7L)), 0);
    MergedFrame merged = harness.extractOutputValues().get(0);
    assertThat(merged.gallery().templates()).isEqualTo(22);
    assertThat(merged.gallery().offsets()).isEqualTo(Map.of(0, 7L, 1, 9L));
  }

  @Test
  void shouldAnswerAtOnceWithOneSlice() throws Exception {
    answer(0, 1, hit("ada/1", 0.4));
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  private List<String> hitsOfTheOnlyFrame() {
    assertThat(harness.extractOutputValues()).hasSize(1);
    return harness.extractOutputValues().get(0).persons().get(0).hits().stream()
        .map(TemplateHit::templateId)
        .toList();
  }

  private void answer(int slice, int slices, TemplateHit... hits) throws Exception {
    harness.processElement(partial(slice, slices, 1, Map.of(), hits), 0);
  }

  private PartialAnswer partial(
      int slice, int slices, long templates, Map<Integer, Long> offsets, TemplateHit... hits) {
    return new PartialAnswer(
        frame.frameId(),
        slice,
        slices,
        slice == 0 ? frame : null,
        List.of(new ProbeHits(Arrays.asList(hits))),
        1,
        templates,
        offsets);
  }
}
