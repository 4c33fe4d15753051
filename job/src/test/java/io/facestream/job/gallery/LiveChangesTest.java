package io.facestream.job.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LiveChangesTest {
  private static final Template ADA = Template.of("ada", "Ada", List.of(), null);

  @Test
  void shouldLeaveOutWhatTheGalleryHeldAtTheFirstStart() throws Exception {
    try (var changes = open(null)) {
      changes.processElement(enrol(0, 0), 0);
      changes.processElement(erase(0, 1), 0);
      changes.processElement(GalleryChange.caughtUp(0, 0, 1, 2), 0);
      changes.processElement(enrol(1, 0), 0);
      assertThat(changes.extractOutputValues()).as("partition 1 is still being read").isEmpty();
      changes.processElement(erase(0, 2), 0);
      changes.processElement(enrol(0, 3), 0);
      assertThat(changes.extractOutputValues())
          .containsExactly(new TemplateChange("ada/1", null), new TemplateChange("ada/1", ADA));
    }
  }

  @Test
  void shouldTellEverythingReadSinceAState() throws Exception {
    OperatorSubtaskState state;
    try (var changes = open(null)) {
      state = changes.snapshot(1, 1);
    }
    try (var changes = open(state)) {
      changes.processElement(erase(0, 5), 0);
      assertThat(changes.extractOutputValues()).containsExactly(new TemplateChange("ada/1", null));
    }
  }

  @Test
  void shouldTellNothingOfARepair() throws Exception {
    try (var changes = open(null)) {
      changes.processElement(GalleryChange.caughtUp(0, 0, 1, 1), 0);
      changes.processElement(GalleryChange.repair(0, from(0, 3), "ada/1"), 0);
      assertThat(changes.extractOutputValues()).isEmpty();
    }
  }

  private static GalleryChange enrol(int partition, long offset) {
    return GalleryChange.upsert(0, from(partition, offset), "ada/1", ADA, new float[] {1, 0});
  }

  private static GalleryChange erase(int partition, long offset) {
    return GalleryChange.erase(0, from(partition, offset), "ada/1");
  }

  private static GalleryRecord from(int partition, long offset) {
    return new GalleryRecord(partition, offset, 0, null, null, GalleryRecord.NO_REPAIR);
  }

  private static OneInputStreamOperatorTestHarness<GalleryChange, TemplateChange> open(
      OperatorSubtaskState state) throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new LiveChanges()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
