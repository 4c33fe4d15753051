package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateNews;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.RecordFailure;
import io.facestream.job.records.SkippedRecords;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * One slice of the gallery: the templates of this subtask's key groups, searched for every probe.
 *
 * <p>Input 1 is the gallery, keyed by bucket; input 2 are the probes, broadcast. A custom operator
 * rather than a {@code KeyedBroadcastProcessFunction}, because only an operator can rebuild its
 * index in {@code open()}, before the first probe, and has timers without a key. Probes are
 * searched in small batches, bounded by count and by time, and never kept in state: what is pending
 * is answered before each checkpoint barrier and each watermark. Frames that come before the slice
 * has caught up with the gallery are held, and answered then.
 *
 * <p>Event time is that of the frames: their watermarks go on, and the gallery, which has none,
 * holds none of them up.
 */
public final class SearchSlice extends AbstractStreamOperator<PartialAnswer>
    implements TwoInputStreamOperator<GalleryChange, ProbeFrame, PartialAnswer> {
  /** What has to leave its partition of the gallery: superseded templates, ended examples. */
  public static final OutputTag<GalleryRepair> GALLERY_REPAIRS =
      new OutputTag<>("gallery-repairs", TypeInformation.of(GalleryRepair.class));

  /** Negative examples, for whoever judges what is found. */
  public static final OutputTag<ExampleChange> NEGATIVE_EXAMPLES =
      new OutputTag<>("negative-examples", TypeInformation.of(ExampleChange.class));

  /** Who was enrolled or erased while the job was running, where somebody wants to know. */
  public static final OutputTag<TemplateNews> NEWS =
      new OutputTag<>("template-news", TypeInformation.of(TemplateNews.class));

  private static final long serialVersionUID = 1L;

  /** Index of the second input, as Flink counts. */
  private static final int FRAMES_INPUT = 1;

  private final String topic;
  private final int dimension;
  private final SearchSettings settings;
  private final GalleryBuckets buckets;
  private final SkippedRecords skips;
  private final KeptTemplates topicNow;
  private final boolean newsWanted;

  private transient boolean restored;
  private transient GalleryState state;
  private transient StateAge age;
  private transient StateBounds bounds;
  private transient List<DeadLetter> dropped;
  private transient PendingRepairs pendingRepairs;
  private transient SliceRepairs repairs;
  private transient HeldProbes held;
  private transient GallerySlice slice;
  private transient SliceReach reach;
  private transient SliceExamples examples;
  private transient List<String> examplesDropped;
  private transient ExampleEnds exampleEnds;
  private transient SliceGallery gallery;
  private transient BatchedSearch search;
  private transient FramesTime framesTime;
  private transient int sliceNumber;
  private transient int slices;

  /** Per partition of the gallery, the offset up to which this slice has read. */
  private transient Map<Integer, Long> offsets;

  private transient CaughtUpPartitions caughtUpPartitions;
  private transient boolean ready;

  /** Opens the gate of the frames. */
  private transient Runnable tellReady;

  /**
   * @param topic the gallery topic's name, for dead letters
   * @param dimension length of the embeddings
   * @param settings how deep and in what batches the slice is searched
   * @param buckets how templates are keyed
   * @param skips templates that are dropped from the state
   * @param topicNow what the topic holds, for states that are older than it remembers erasures
   * @param newsWanted whether {@link #NEWS} are read
   */
  public SearchSlice(
      String topic,
      int dimension,
      SearchSettings settings,
      GalleryBuckets buckets,
      SkippedRecords skips,
      KeptTemplates topicNow,
      boolean newsWanted) {
    this.topic = topic;
    this.skips = skips;
    this.topicNow = topicNow;
    this.dimension = dimension;
    this.settings = settings;
    this.buckets = buckets;
    this.newsWanted = newsWanted;
  }

  /**
   * @param tellReady called once the gallery has been read, and again with each checkpoint, because
   *     a JobManager that starts its coordinators anew may have missed it
   */
  void whenReady(Runnable tellReady) {
    this.tellReady = tellReady;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    sliceNumber = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    slices = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    restored = context.isRestored();
    state = new GalleryState(context.getKeyedStateStore());
    age = new StateAge(context);
    held = new HeldProbes(sliceNumber, slices, context.getOperatorStateStore());
    bounds = new StateBounds(context.getOperatorStateStore());
    pendingRepairs =
        new PendingRepairs(
            settings.repairAfter().toMillis(), this::isOurs, context.getOperatorStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    offsets = new HashMap<>();
    caughtUpPartitions = new CaughtUpPartitions();
    slice = GallerySlice.create(dimension);
    reach = new SliceReach(slice, state, getKeyedStateBackend(), buckets.of(sliceNumber, slices));
    examples =
        new SliceExamples(change -> output.collect(NEGATIVE_EXAMPLES, new StreamRecord<>(change)));
    gallery = new SliceGallery(state, slice, reach, examples, newsWanted);
    rebuild();
    repairs =
        new SliceRepairs(
            pendingRepairs,
            new SplitTemplates(getMetricGroup()),
            getProcessingTimeService(),
            () -> ready,
            this::copiesOf,
            this::repair);
    exampleEnds =
        new ExampleEnds(
            examples,
            getMetricGroup(),
            getProcessingTimeService(),
            () -> ready,
            this::forget,
            this::repair);
    search =
        new BatchedSearch(
            new ProbeSearch(slice, this::identityOf, reach::outOfReach, settings),
            settings,
            getProcessingTimeService(),
            new SliceMetrics(getMetricGroup(), slice, held, () -> ready),
            this::answer);
    framesTime = new FramesTime(super::processWatermark, output::emitWatermarkStatus);
  }

  private void rebuild() throws Exception {
    long begun = System.nanoTime();
    SliceRebuild rebuild =
        new SliceRebuild(state, getKeyedStateBackend(), buckets, sliceNumber, slices);
    long now = getProcessingTimeService().getCurrentProcessingTime();
    JobMetric.TEMPLATES_FORGOTTEN
        .counter(getMetricGroup())
        .inc(rebuild.withoutErasedMeanwhile(topicNow, age, now));
    dropped = rebuild.without(skips).within(bounds, topic);
    JobMetric.TEMPLATES_DROPPED.counter(getMetricGroup()).inc(dropped.size());
    examplesDropped = rebuild.examplesDropped();
    if (!dropped.isEmpty() || !examplesDropped.isEmpty()) {
      // Not from open(): the next operators may not be ready to receive yet.
      getProcessingTimeService().registerTimer(now, time -> sendDropped());
    }
    rebuild.into(slice, examples);
    LOG.info(
        "Slice {} of {} was rebuilt from state: {} templates in {} ms",
        sliceNumber,
        slices,
        slice.size(),
        (System.nanoTime() - begun) / 1_000_000);
  }

  private void sendDropped() {
    dropped.forEach(letter -> output.collect(DeadLetters.OF_GALLERY, new StreamRecord<>(letter)));
    dropped = List.of();
    examplesDropped.forEach(
        id -> output.collect(NEGATIVE_EXAMPLES, new StreamRecord<>(ExampleChange.gone(id))));
    examplesDropped = List.of();
  }

  @Override
  public void processElement1(StreamRecord<GalleryChange> element) throws Exception {
    GalleryChange change = element.getValue();
    RecordFailure.naming("Search slice", () -> nameOf(change), () -> take(change));
  }

  private static String nameOf(GalleryChange change) {
    byte[] key =
        change.templateId() == null ? null : change.templateId().getBytes(StandardCharsets.UTF_8);
    return RecordFailure.gallery(change.partition(), change.offset(), key);
  }

  private void take(GalleryChange change) throws Exception {
    if (change.offset() >= 0) {
      offsets.merge(change.partition(), change.offset(), Math::max);
    }
    switch (change.kind()) {
      case UPSERT, ERASE, REPAIR -> {
        SliceGallery.Step step = gallery.take(change);
        repairs.afterStep(change, step);
        tellNews(change, step.news());
      }
      case EXAMPLE -> {
        repairs.afterStep(change, gallery.take(change));
        exampleEnds.schedule();
      }
      case CAUGHT_UP -> caughtUp(change);
      case REFUSED -> throw new IllegalStateException("Refused records end at the gate");
    }
  }

  /** What the gallery held at the job's first start is no news. */
  private void tellNews(GalleryChange change, SliceGallery.News news) {
    if (newsWanted
        && news != SliceGallery.News.NONE
        && (restored || caughtUpPartitions.has(change.partition()))) {
      boolean enrolled = news == SliceGallery.News.ENROLLED;
      output.collect(
          NEWS,
          new StreamRecord<>(
              new TemplateNews(
                  change.templateId(),
                  enrolled ? change.template() : null,
                  enrolled ? change.embedding() : null,
                  change.partition(),
                  change.offset())));
    }
  }

  private TemplateCopies copiesOf(String templateId) throws Exception {
    setCurrentKey(buckets.keyOf(templateId));
    return gallery.copiesOf(templateId);
  }

  private List<TemplateCopy> forget(String templateId) throws Exception {
    setCurrentKey(buckets.keyOf(templateId));
    return gallery.forget(templateId);
  }

  private void repair(GalleryRepair repair) {
    output.collect(GALLERY_REPAIRS, new StreamRecord<>(repair));
  }

  private boolean isOurs(String templateId) {
    return buckets.isOf(templateId, sliceNumber, slices);
  }

  private void caughtUp(GalleryChange marker) throws Exception {
    if (caughtUpPartitions.areAllWith(marker) && !ready) {
      // They go to the judge by another way than the answers, so it waits for the word.
      sendDropped();
      output.collect(
          NEGATIVE_EXAMPLES, new StreamRecord<>(ExampleChange.allTold(sliceNumber, slices)));
      ready = true;
      held.drain(search::add);
      search.answerPending();
      framesTime.goOn();
      tellReady();
    }
  }

  private void tellReady() {
    if (ready && tellReady != null) {
      tellReady.run();
    }
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    tellReady();
  }

  @Override
  public void processElement2(StreamRecord<ProbeFrame> element) throws Exception {
    if (ready) {
      search.add(element.getValue());
    } else {
      held.add(element.getValue());
    }
  }

  /** The gallery has no event time. */
  @Override
  public void processWatermark1(Watermark mark) {}

  @Override
  public void processWatermark2(Watermark mark) throws Exception {
    search.answerPending();
    framesTime.advance(mark);
  }

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == FRAMES_INPUT) {
      search.answerPending();
      framesTime.change(status);
    }
  }

  private void answer(ProbeFrame frame, List<ProbeHits> hits, double searchMs) {
    PartialAnswer answer =
        new PartialAnswer(
            frame.frameId(),
            sliceNumber,
            slices,
            sliceNumber == 0 ? frame : null,
            hits,
            searchMs,
            reach.templates(frame.scope()),
            Map.copyOf(offsets));
    output.collect(new StreamRecord<>(answer, frame.frame().capturedAt().toEpochMilli()));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    sendDropped();
    search.answerPending();
  }

  @Override
  public void finish() throws Exception {
    sendDropped();
    search.answerPending();
    super.finish();
  }

  private Template identityOf(String templateId) {
    setCurrentKey(buckets.keyOf(templateId));
    try {
      return state.identityOf(templateId);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read the identity of " + templateId, e);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    held.snapshot();
    age.snapshot(context.getCheckpointTimestamp());
    bounds.snapshot();
    pendingRepairs.snapshot();
  }

  @Override
  public void close() throws Exception {
    try {
      if (slice != null) {
        slice.close();
      }
    } finally {
      super.close();
    }
  }
}
