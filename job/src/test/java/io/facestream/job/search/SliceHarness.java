package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.gallery.Template;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.testing.Fixtures;
import io.facestream.job.testing.HeldByTopic;
import io.facestream.job.testing.Restored;
import io.facestream.wire.Ids;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One subtask of the search with RocksDB as in production, driven by verbs. */
final class SliceHarness implements AutoCloseable {
  /** Templates a slice returns: enough to see all of a small gallery. */
  static final int CANDIDATES = 40;

  static final int PERSONS = 3;

  private static final int MAX_PARALLELISM = 16;
  private static final GalleryBuckets BUCKETS = new GalleryBuckets(MAX_PARALLELISM);
  private static final SearchSettings SETTINGS =
      new SearchSettings(CANDIDATES, PERSONS, -1, 4, Duration.ofMillis(2), Duration.ofSeconds(30));

  /** The clock of a harness begins at 0, so no state is older than this topic remembers. */
  private static final KeptTemplates TOPIC =
      HeldByTopic.since(Duration.ofDays(1), "ada/1", "eve/1");

  private final int subtask;
  private final int parallelism;
  private final KeyedTwoInputStreamOperatorTestHarness<
          Integer, GalleryChange, ProbeFrame, PartialAnswer>
      harness;
  private long offset;

  /**
   * @param states the states of all former subtasks, or null to begin without
   */
  SliceHarness(int subtask, int parallelism, List<OperatorSubtaskState> states) throws Exception {
    this(slice(SkippedRecords.NONE, TOPIC), subtask, parallelism, states);
  }

  /** The only slice, restored from a state and ordered to leave something out. */
  static SliceHarness restoredWithout(OperatorSubtaskState state, String... skips)
      throws Exception {
    return new SliceHarness(slice(new SkippedRecords(List.of(skips)), TOPIC), 0, 1, List.of(state));
  }

  /** The only slice, restored from a state while the topic holds this. */
  static SliceHarness restoredBeside(KeptTemplates topic, OperatorSubtaskState state)
      throws Exception {
    return new SliceHarness(slice(SkippedRecords.NONE, topic), 0, 1, List.of(state));
  }

  private static SearchSlice slice(SkippedRecords skips, KeptTemplates topic) {
    return new SearchSlice("gallery", Fixtures.DIMENSION, SETTINGS, BUCKETS, skips, topic, true);
  }

  /** A slice that leaves the state of an earlier version. */
  static SliceHarness ofEarlierVersion() throws Exception {
    return new SliceHarness(new SearchSliceOfEarlierVersion(), 0, 1, null);
  }

  private SliceHarness(
      TwoInputStreamOperator<GalleryChange, ProbeFrame, PartialAnswer> operator,
      int subtask,
      int parallelism,
      List<OperatorSubtaskState> states)
      throws Exception {
    this.subtask = subtask;
    this.parallelism = parallelism;
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            operator, GalleryChange::key, null, Types.INT, MAX_PARALLELISM, parallelism, subtask);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    Restored.from(states, harness, MAX_PARALLELISM, parallelism, subtask);
    harness.open();
  }

  boolean owns(String templateId) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            BUCKETS.keyOf(templateId), MAX_PARALLELISM, parallelism)
        == subtask;
  }

  void enrol(String templateId, float[] embedding) throws Exception {
    put(0, offset++, templateId, embedding);
  }

  void enrol(String templateId, Template template, float[] embedding) throws Exception {
    change(
        new GalleryChange(
            GalleryChange.Kind.UPSERT,
            BUCKETS.keyOf(templateId),
            0,
            offset,
            1_000 + offset++,
            0,
            0,
            templateId,
            template,
            embedding,
            null));
  }

  /** A negative example that is a record of the first partition. */
  void example(NegativeExample example) throws Exception {
    example(0, offset++, example);
  }

  void example(int partition, long recordOffset, NegativeExample example) throws Exception {
    change(
        new GalleryChange(
            GalleryChange.Kind.EXAMPLE,
            BUCKETS.keyOf(example.templateId()),
            partition,
            recordOffset,
            1_000 + recordOffset,
            0,
            0,
            example.templateId(),
            null,
            null,
            example));
  }

  void erase(String templateId) throws Exception {
    change(GalleryChange.Kind.ERASE, 0, offset++, templateId, null, 0);
  }

  /** Enrols by a record of this partition; its timestamp is 1,000 and its offset. */
  void put(int partition, long recordOffset, String templateId, float[] embedding)
      throws Exception {
    change(GalleryChange.Kind.UPSERT, partition, recordOffset, templateId, embedding, 0);
  }

  void change(
      GalleryChange.Kind kind,
      int partition,
      long recordOffset,
      String templateId,
      float[] embedding,
      long upTo)
      throws Exception {
    String person = Ids.personOf(templateId);
    change(
        new GalleryChange(
            kind,
            BUCKETS.keyOf(templateId),
            partition,
            recordOffset,
            1_000 + recordOffset,
            upTo,
            0,
            templateId,
            embedding == null ? null : Template.of(person, person, List.of(), null),
            embedding,
            null));
  }

  void caughtUp() throws Exception {
    caughtUp(0, 1);
  }

  void caughtUp(int partition, int partitions) throws Exception {
    change(
        new GalleryChange(
            GalleryChange.Kind.CAUGHT_UP,
            keyOwned(),
            partition,
            offset,
            0,
            0,
            partitions,
            null,
            null,
            null,
            null));
    letTimePass(2);
  }

  private int keyOwned() {
    int firstGroup =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
                MAX_PARALLELISM, parallelism, subtask)
            .getStartKeyGroup();
    return BUCKETS.keyOfGroup(firstGroup);
  }

  private void change(GalleryChange change) throws Exception {
    harness.processElement1(new StreamRecord<>(change));
  }

  /** Sends a frame that need not wait for company: the clock goes on at once. */
  void probe(ProbeFrame frame) throws Exception {
    probeWithoutWaiting(frame);
    letTimePass(2);
  }

  void probeWithoutWaiting(ProbeFrame frame) throws Exception {
    harness.processElement2(new StreamRecord<>(frame));
  }

  /** Says that no frame captured before this will come. */
  void framesUpTo(long millis) throws Exception {
    harness.processWatermark2(new Watermark(millis));
  }

  /** Says whether cameras send. */
  void framesAre(WatermarkStatus status) throws Exception {
    harness.processWatermarkStatus2(status);
  }

  /**
   * Says what the gallery's source may say: that it has come to its end, or has nothing to read.
   */
  void galleryEnds() throws Exception {
    harness.processWatermarkStatus1(WatermarkStatus.IDLE);
    harness.processWatermark1(Watermark.MAX_WATERMARK);
  }

  /** Answers by their frame, watermarks by their time and statuses, as they were sent. */
  List<Object> sent() {
    return harness.getOutput().stream().map(SliceHarness::shortOf).toList();
  }

  private static Object shortOf(Object element) {
    if (element instanceof StreamRecord<?> record) {
      return ((PartialAnswer) record.getValue()).frameId() + " at " + record.getTimestamp();
    }
    return element instanceof Watermark watermark ? watermark.getTimestamp() : element;
  }

  void letTimePass(long millis) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + millis);
  }

  List<PartialAnswer> answers() {
    return harness.extractOutputValues();
  }

  /** The best template in the nth answer, for its first probe. */
  String bestOf(int answer) {
    return answers().get(answer).probes().get(0).hits().get(0).templateId();
  }

  /** The repairs sent so far. */
  List<GalleryRepair> repairs() {
    return sideOutput(SearchSlice.GALLERY_REPAIRS);
  }

  /** Whether the judge was told that there are no more examples than it has been told of. */
  boolean hasToldOfAll() {
    return sideOutput(SearchSlice.NEGATIVE_EXAMPLES).stream().anyMatch(ExampleChange::isAllTold);
  }

  /** What the judge was told so far: which example is gone, or until when it is there. */
  List<String> toldToTheJudge() {
    return sideOutput(SearchSlice.NEGATIVE_EXAMPLES).stream()
        .filter(change -> !change.isAllTold())
        .map(
            change ->
                change.example() == null
                    ? change.templateId() + " gone"
                    : change.templateId() + " until " + change.example().validUntil())
        .toList();
  }

  /**
   * Whom the slice has told to be enrolled or erased so far: the template's id, erased with a −.
   */
  List<String> news() {
    return sideOutput(SearchSlice.NEWS).stream()
        .map(news -> (news.erased() ? "-" : "") + news.templateId())
        .toList();
  }

  /** The dead letters sent so far. */
  List<DeadLetter> deadLetters() {
    return sideOutput(DeadLetters.OF_GALLERY);
  }

  private <T> List<T> sideOutput(OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  /** Lets what is in state grow older. */
  void letStateAge(long millis) throws Exception {
    harness.setStateTtlProcessingTime(millis);
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
