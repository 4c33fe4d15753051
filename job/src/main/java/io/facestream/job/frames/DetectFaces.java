package io.facestream.job.frames;

import io.facestream.job.analysers.AnalyserSet;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.RecordFailure;
import io.facestream.job.records.SkippedRecords;
import io.facestream.vision.Vision;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.Analysis;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Finds, judges and aligns the faces of each frame, keyed by camera slot, and numbers the frames
 * that go on, for {@link io.facestream.job.verdict.OrderFrames}. What is ignored where it stands is
 * left out before anything else hears of it. A frame that cannot be analysed goes to the dead
 * letters and has no number; the stream goes on.
 */
public final class DetectFaces extends KeyedProcessFunction<Integer, RawFrame, FrameFaces> {
  /** What can be said to a one-shot picture at once. */
  public static final OutputTag<Analysis> ANALYSES =
      new OutputTag<>("analyses", TypeInformation.of(Analysis.class));

  private static final long serialVersionUID = 1L;

  private final String topic;
  private final SkippedRecords skips;
  private final VisionSettings settings;
  private final boolean tracks;
  private final AnalyserSet analysers;

  private transient Vision vision;
  private transient FaceFinder finder;
  private transient Counter frames;
  private transient Counter framesDecoded;
  private transient Counter framesRefused;
  private transient Counter facesFound;
  private transient Counter facesIgnored;
  private transient Counter facesRejected;
  private transient Counter facesCarried;
  private transient Counter tracksOpened;
  private transient Histogram detectMicros;

  /** Number of the next frame of each camera of the slot that does not number them itself. */
  private transient MapState<String, Long> nextSequences;

  /** Null when faces are not followed. */
  private transient CameraFollower follower;

  /** Number of the slot's last frame that went on. */
  private transient ValueState<Long> lastNumber;

  /** Of a job that runs no analyser. */
  public DetectFaces(String topic, SkippedRecords skips, VisionSettings settings, boolean tracks) {
    this(topic, skips, settings, tracks, AnalyserSet.NONE);
  }

  /**
   * @param topic the frames topic's name, for dead letters
   * @param skips frames that are not even looked at
   * @param tracks whether faces are followed from frame to frame
   * @param analysers those that the job runs
   */
  public DetectFaces(
      String topic,
      SkippedRecords skips,
      VisionSettings settings,
      boolean tracks,
      AnalyserSet analysers) {
    this.topic = topic;
    this.skips = skips;
    this.settings = settings;
    this.tracks = tracks;
    this.analysers = analysers;
  }

  @Override
  public void open(OpenContext context) {
    vision = settings.open();
    finder = vision.newFinder(settings.finderOptions(vision.pack()));
    registerMetrics(getRuntimeContext().getMetricGroup());
    follower = tracks ? new CameraFollower(getRuntimeContext(), tracksOpened) : null;
    nextSequences =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("next-sequences", Types.STRING, Types.LONG));
    lastNumber =
        getRuntimeContext().getState(new ValueStateDescriptor<>("last-number", Types.LONG));
  }

  private void registerMetrics(MetricGroup group) {
    frames = JobMetric.FRAMES.counter(group);
    framesDecoded = JobMetric.FRAMES_DECODED.counter(group);
    framesRefused = JobMetric.FRAMES_REFUSED.counter(group);
    facesFound = JobMetric.FACES_FOUND.counter(group);
    facesIgnored = JobMetric.FACES_IGNORED.counter(group);
    facesRejected = JobMetric.FACES_REJECTED.counter(group);
    tracksOpened = JobMetric.TRACKS_OPENED.counter(group);
    facesCarried = JobMetric.FACES_CARRIED.counter(group);
    detectMicros = JobMetric.DETECT_TIME.histogram(group);
  }

  @Override
  public void processElement(RawFrame frame, Context context, Collector<FrameFaces> out)
      throws Exception {
    RecordFailure.naming("Detect faces", () -> nameOf(frame), () -> detect(frame, context, out));
  }

  private static String nameOf(RawFrame frame) {
    return frame.cameraId() == null
        ? RecordFailure.frame(frame.partition(), frame.offset())
        : RecordFailure.frame(Ids.frameId(frame.cameraId(), frame.partition(), frame.offset()));
  }

  private void detect(RawFrame frame, Context context, Collector<FrameFaces> out) throws Exception {
    frames.inc();
    String skipped = skips.refusalOfFrame(frame.partition(), frame.offset());
    if (skipped != null) {
      refuse(frame, skipped, null, context);
      return;
    }
    if (frame.refusal() != null) {
      refuse(frame, frame.refusal(), null, context);
      return;
    }
    if (frame.picture() == null) {
      refuse(frame, "The record has no value; the value is an encoded picture.", null, context);
      return;
    }
    long start = System.nanoTime();
    List<AnalyserModel> asked = analysers.among(frame.analysers());
    FoundFaces all;
    try {
      all = find(frame.picture(), AnalyserSet.crops(asked));
    } catch (UnreadablePictureException e) {
      refuse(frame, e.getMessage(), e, context);
      return;
    } catch (RuntimeException e) {
      // Whatever a picture does to a native library, it must not stop the other cameras.
      refuse(frame, "The picture cannot be analysed: " + e.getMessage(), e, context);
      return;
    }
    FoundFaces found = IgnoredFaces.without(all, frame.ignored());
    int ignored = all.faces().size() - found.faces().size();
    facesIgnored.inc(ignored);
    List<FaceCrop> faces = cropsOf(found, frame, context);
    double detectMs = (System.nanoTime() - start) / 1e6;
    count(found, detectMs);
    facesCarried.inc(faces.stream().filter(FaceCrop::carried).count());
    FrameFaces facesOfFrame =
        new FrameFaces(
            Ids.frameId(frame.cameraId(), frame.partition(), frame.offset()),
            nextNumber(),
            frame.cameraId(),
            new FrameRef(
                frame.partition(),
                frame.offset(),
                sequenceOf(frame),
                Instant.ofEpochMilli(frame.capturedAtMillis()),
                found.width(),
                found.height(),
                frame.request() == null ? null : frame.request().id(),
                frame.request() == null ? null : frame.request().scope(),
                asked.isEmpty() ? null : asked.stream().map(AnalyserModel::name).toList()),
            faces,
            detectMs,
            ignored);
    // First, since what comes next includes embedding in the same task.
    new FacesForAnalysers(
            analysers,
            (analyser, face) -> context.output(AnalyserSet.to(analyser), face),
            analysis -> context.output(ANALYSES, analysis))
        .handOn(frame, facesOfFrame, asked, found);
    out.collect(facesOfFrame);
  }

  /** What analysers need besides must not cost a frame its verdict. */
  private FoundFaces find(byte[] picture, List<CropShape> crops) throws UnreadablePictureException {
    if (crops.isEmpty()) {
      return finder.find(picture);
    }
    try {
      return finder.find(picture, crops);
    } catch (UnreadablePictureException | RuntimeException e) {
      return finder.find(picture);
    }
  }

  /** A picture that answers a request is no part of what the camera shows. */
  private List<FaceCrop> cropsOf(FoundFaces found, RawFrame frame, Context context)
      throws Exception {
    return follower == null || frame.request() != null
        ? FaceCrops.of(found)
        : FaceCrops.of(
            found, follower.follow(frame, found, context.getCurrentKey(), context.timerService()));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<FrameFaces> out)
      throws Exception {
    if (follower != null) {
      follower.forgetSilent(context.getCurrentKey(), context.timerService());
    }
  }

  private void count(FoundFaces found, double detectMs) {
    framesDecoded.inc();
    facesFound.inc(found.faces().size());
    facesRejected.inc(found.faces().stream().filter(face -> face.rejection() != null).count());
    detectMicros.update(Math.round(detectMs * 1e3));
  }

  private long nextNumber() throws Exception {
    Long last = lastNumber.value();
    long next = (last == null ? ProbeFrame.UNNUMBERED : last) + 1;
    lastNumber.update(next);
    return next;
  }

  private long sequenceOf(RawFrame frame) throws Exception {
    if (frame.sequence() >= 0) {
      return frame.sequence();
    }
    Long next = nextSequences.get(frame.cameraId());
    long sequence = next == null ? 0 : next;
    nextSequences.put(frame.cameraId(), sequence + 1);
    return sequence;
  }

  private void refuse(RawFrame frame, String reason, Exception cause, Context context) {
    framesRefused.inc();
    context.output(
        DeadLetters.OF_FRAMES,
        new DeadLetter(
            topic,
            frame.partition(),
            frame.offset(),
            frame.key(),
            frame.picture(),
            reason,
            cause == null ? null : cause.getClass().getName()));
  }

  @Override
  public void close() {
    if (finder != null) {
      finder.close();
    }
    if (vision != null) {
      vision.close();
    }
  }
}
