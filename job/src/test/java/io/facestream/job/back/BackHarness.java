package io.facestream.job.back;

import io.facestream.decision.Policies;
import io.facestream.job.gallery.Template;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.testing.Fixtures;
import io.facestream.job.testing.ListedPolicies;
import io.facestream.job.testing.Restored;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.wire.Ids;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** One slice of the search back in time, driven by verbs; templates are named person/photo. */
final class BackHarness implements AutoCloseable {
  static final Duration RETENTION = Duration.ofHours(1);
  static final double THRESHOLD = 0.6;

  private static final int MAX_PARALLELISM = 16;
  private static final GalleryBuckets BUCKETS = new GalleryBuckets(MAX_PARALLELISM);
  private static final UsablePolicies USABLE =
      new UsablePolicies("builtin", false, SkippedRecords.NONE);

  private final int subtask;
  private final int parallelism;
  private final KeyedTwoInputStreamOperatorTestHarness<
          Integer, UnmatchedFace, BackUpdate, EarlierViews>
      harness;

  /** The only slice. */
  static BackHarness keeping(long faces) throws Exception {
    return new BackHarness(new BackSettings(RETENTION, faces), 0, 1, null, 0);
  }

  /** The only slice, goes on from a state at a time. */
  static BackHarness restored(long now, OperatorSubtaskState state) throws Exception {
    return new BackHarness(new BackSettings(RETENTION, 1_000), 0, 1, List.of(state), now);
  }

  /** The only slice, goes on from a state, and is switched off. */
  static BackHarness off(OperatorSubtaskState state) throws Exception {
    return new BackHarness(null, 0, 1, state == null ? null : List.of(state), 0);
  }

  /** One of several, goes on from the states of all former ones. */
  static BackHarness slice(int subtask, int parallelism, List<OperatorSubtaskState> states)
      throws Exception {
    return new BackHarness(new BackSettings(RETENTION, 1_000), subtask, parallelism, states, 0);
  }

  private BackHarness(
      BackSettings settings,
      int subtask,
      int parallelism,
      List<OperatorSubtaskState> states,
      long now)
      throws Exception {
    this(settings, subtask, parallelism, states, now, new EmbeddedRocksDBStateBackend());
  }

  /** The only slice, with the backend that can count what is left. */
  static BackHarness onHeap() throws Exception {
    return new BackHarness(
        new BackSettings(RETENTION, 1_000), 0, 1, null, 0, new HashMapStateBackend());
  }

  private BackHarness(
      BackSettings settings,
      int subtask,
      int parallelism,
      List<OperatorSubtaskState> states,
      long now,
      StateBackend backend)
      throws Exception {
    this.subtask = subtask;
    this.parallelism = parallelism;
    Policies ofOptions =
        Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(THRESHOLD)));
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new SearchBack(
                settings,
                new JudgedBy(ofOptions, -1, "builtin", "detector", "embedder"),
                Fixtures.DIMENSION,
                BUCKETS,
                USABLE,
                new ListedPolicies(List.of())),
            face -> BUCKETS.keyOf(FaceKeys.groupOf(face)),
            null,
            Types.INT,
            MAX_PARALLELISM,
            parallelism,
            subtask);
    harness.setStateBackend(backend);
    harness.setProcessingTime(now);
    Restored.from(states, harness, MAX_PARALLELISM, parallelism, subtask);
    harness.open();
  }

  /** Whether a face belongs to this slice. */
  boolean owns(UnmatchedFace face) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            BUCKETS.keyOf(FaceKeys.groupOf(face)), MAX_PARALLELISM, parallelism)
        == subtask;
  }

  void keep(UnmatchedFace face) throws Exception {
    harness.processElement1(new StreamRecord<>(face));
  }

  void enrol(String id, EnrolledTemplate... templates) throws Exception {
    String person = templates[0].template().personId();
    update(BackUpdate.enrolled(new Enrolment(id, person, Arrays.asList(templates))));
    letTimePass(0);
  }

  /** Both before the slice comes to answer. */
  void enrolAndErase(String id, EnrolledTemplate template) throws Exception {
    String person = template.template().personId();
    update(BackUpdate.enrolled(new Enrolment(id, person, List.of(template))));
    erase(template.templateId());
  }

  static EnrolledTemplate template(String templateId, float[] embedding) {
    String person = Ids.personOf(templateId);
    return new EnrolledTemplate(
        templateId, Template.of(person, "Name of " + person, List.of(), null), embedding);
  }

  void erase(String templateId) throws Exception {
    update(BackUpdate.erased(templateId));
  }

  void take(PolicyRecord record) throws Exception {
    update(BackUpdate.of(USABLE.change(record)));
  }

  private void update(BackUpdate update) throws Exception {
    harness.processElement2(new StreamRecord<>(update));
  }

  void letTimePass(long millis) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + millis);
  }

  List<EarlierViews> answers() {
    return harness.extractOutputValues();
  }

  EarlierViews lastAnswer() {
    List<EarlierViews> answers = answers();
    return answers.get(answers.size() - 1);
  }

  /** The frames of the last answer by their offset, in order. */
  List<Long> lastFrames() {
    return lastAnswer().views().stream().map(view -> view.frame().offset()).sorted().toList();
  }

  /** What is left in keyed state, where the backend can tell, and of timers. */
  int left() {
    return harness.numKeyedStateEntries()
        + harness.numProcessingTimeTimers()
        + harness.numEventTimeTimers();
  }

  OperatorSubtaskState snapshot() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    return harness.snapshot(1, harness.getProcessingTime());
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
