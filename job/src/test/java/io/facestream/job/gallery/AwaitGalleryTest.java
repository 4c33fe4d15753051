package io.facestream.job.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.GalleryChange.Kind;
import io.facestream.job.keys.GalleryBuckets;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AwaitGalleryTest {
  private static final int GROUPS = 4;

  @Test
  void shouldMarkTheEndBehindTheLastRecordOfAPartition() throws Exception {
    try (var gate = openGate(Map.of(0, 2L), null)) {
      gate.processElement(change(0, 1), 0);
      assertThat(markersOf(gate)).isEmpty();
      gate.processElement(change(0, 2), 0);
      gate.processElement(change(0, 3), 0);
      assertThat(gate.extractOutputValues().stream().map(GalleryChange::kind))
          .containsExactly(
              Kind.ERASE,
              Kind.ERASE,
              Kind.CAUGHT_UP,
              Kind.CAUGHT_UP,
              Kind.CAUGHT_UP,
              Kind.CAUGHT_UP,
              Kind.ERASE);
    }
  }

  @Test
  void shouldMarkEmptyPartitionsAtOnce() throws Exception {
    try (var gate = openGate(Map.of(0, -1L, 1, 5L), null)) {
      gate.setProcessingTime(1);
      assertThat(markersOf(gate))
          .hasSize(GROUPS)
          .allMatch(marker -> marker.partition() == 0 && marker.partitions() == 2);
    }
  }

  @Test
  void shouldCountRefusedRecordsAndSwallowThem() throws Exception {
    try (var gate = openGate(Map.of(0, 0L), null)) {
      gate.processElement(
          GalleryChange.refused(new GalleryRecord(0, 0, 0, null, null, GalleryRecord.NO_REPAIR)),
          0);
      assertThat(gate.extractOutputValues()).hasSize(GROUPS).isEqualTo(markersOf(gate));
    }
  }

  @Test
  void shouldMarkWhatWasReadBeforeARestore() throws Exception {
    OperatorSubtaskState state;
    try (var gate = openGate(Map.of(0, 2L), null)) {
      gate.processElement(change(0, 2), 0);
      state = gate.snapshot(1, 1);
    }
    try (var gate = openGate(Map.of(0, 2L), state)) {
      gate.setProcessingTime(1);
      assertThat(markersOf(gate)).hasSize(GROUPS);
    }
    try (var gate = openGate(Map.of(0, 3L), state)) {
      gate.setProcessingTime(1);
      assertThat(markersOf(gate)).as("one record is still to come").isEmpty();
      gate.processElement(change(0, 3), 0);
      assertThat(markersOf(gate)).hasSize(GROUPS);
    }
  }

  @Test
  void shouldSayOnceThatAPartitionAddedSinceIsNoPartOfTheStart() throws Exception {
    try (var gate = openGate(Map.of(0, -1L, 1, 5L), null)) {
      gate.processElement(change(2, 0), 0);
      gate.processElement(change(2, 1), 0);
      assertThat(markersOf(gate))
          .hasSize(GROUPS)
          .allMatch(marker -> marker.partition() == 2 && marker.partitions() == 2);
    }
  }

  private static OneInputStreamOperatorTestHarness<GalleryChange, GalleryChange> openGate(
      Map<Integer, Long> lastOffsets, OperatorSubtaskState state) throws Exception {
    GalleryEnd end = () -> lastOffsets;
    var gate =
        new OneInputStreamOperatorTestHarness<>(new AwaitGallery(end, new GalleryBuckets(GROUPS)));
    if (state != null) {
      gate.initializeState(state);
    }
    gate.open();
    return gate;
  }

  private static GalleryChange change(int partition, long offset) {
    return GalleryChange.erase(
        0, new GalleryRecord(partition, offset, 0, null, null, GalleryRecord.NO_REPAIR), "ada/1");
  }

  private static List<GalleryChange> markersOf(
      OneInputStreamOperatorTestHarness<GalleryChange, GalleryChange> gate) {
    return gate.extractOutputValues().stream()
        .filter(change -> change.kind() == Kind.CAUGHT_UP)
        .toList();
  }
}
