package io.facestream.job.back;

import io.facestream.job.metrics.JobMetric;
import io.facestream.job.sightings.EarlierVisits;
import io.facestream.job.sightings.SightingSettings;
import io.facestream.wire.Face;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Sighting;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Waits for the answers of all slices to an enrolment, keyed by it, and tells the visits they come
 * to, in the order of their time.
 *
 * <p>A slice may answer again, and replaces its answer then; told is what is new or has changed. So
 * what was told is remembered for as long as a slice may.
 */
public final class TellEarlierSightings
    extends KeyedProcessFunction<String, EarlierViews, Sighting> {
  private static final long serialVersionUID = 1L;

  /** Longer than slices remember an enrolment and may answer it again. */
  static final long REMEMBERED_MILLIS = RecentEnrolments.REMEMBERED_MILLIS + 60_000;

  private final SightingSettings settings;
  private final String pack;
  private final String detector;
  private final String embedder;

  private transient MapState<Integer, EarlierViews> answersBySlice;
  private transient MapState<String, Sighting> told;

  /** When to forget, milliseconds of the clock. */
  private transient ValueState<Long> alarm;

  private transient long openedAt;
  private transient Counter sightings;

  /** A frame of a camera; a camera that changes its partition has visits of its own in each. */
  private record Camera(String id, int partition) {}

  /**
   * @param settings when a visit is over
   * @param models the models that have looked
   */
  public TellEarlierSightings(SightingSettings settings, Models models) {
    this.settings = settings;
    this.pack = models.pack();
    this.detector = models.detector();
    this.embedder = models.embedder();
  }

  @Override
  public void open(OpenContext context) {
    answersBySlice =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "answers-by-slice", Types.INT, TypeInformation.of(EarlierViews.class)));
    told =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("told", Types.STRING, TypeInformation.of(Sighting.class)));
    alarm = getRuntimeContext().getState(new ValueStateDescriptor<>("forget-at", Types.LONG));
    openedAt = Long.MIN_VALUE;
    sightings = JobMetric.RETROSPECTIVE_SIGHTINGS.counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(EarlierViews answer, Context context, Collector<Sighting> out)
      throws Exception {
    noteOpened(context);
    if (answer.revoked()) {
      if (alarm.value() != null) {
        context.timerService().deleteProcessingTimeTimer(alarm.value());
      }
      forget();
      return;
    }
    if (take(answer)) {
      List<EarlierViews> answers = new ArrayList<>();
      answersBySlice.values().forEach(answers::add);
      if (answers.size() == answer.slices()) {
        tell(answers, out);
      }
    }
    remember(context);
  }

  /** Whether the answer counts: not when it is of a number of slices that there are no longer. */
  private boolean take(EarlierViews answer) throws Exception {
    for (EarlierViews earlier : answersBySlice.values()) {
      if (earlier.slices() != answer.slices()) {
        if (earlier.at() > answer.at()) {
          return false;
        }
        answersBySlice.clear();
        break;
      }
    }
    answersBySlice.put(answer.slice(), answer);
    return true;
  }

  private void tell(List<EarlierViews> answers, Collector<Sighting> out) throws Exception {
    Map<Camera, List<EarlierView>> byCamera = new LinkedHashMap<>();
    for (EarlierViews answer : answers) {
      for (EarlierView view : answer.views()) {
        byCamera
            .computeIfAbsent(
                new Camera(view.cameraId(), view.frame().partition()), first -> new ArrayList<>())
            .add(view);
      }
    }
    List<Sighting> visits = new ArrayList<>();
    byCamera.forEach(
        (camera, views) -> visits.addAll(EarlierVisits.of(settings, camera.id(), verdicts(views))));
    visits.sort(Comparator.comparing(Sighting::firstSeen).thenComparing(Sighting::sightingId));
    for (Sighting visit : visits) {
      Sighting marked = visit.inRetrospect();
      if (!marked.equals(told.get(marked.sightingId()))) {
        told.put(marked.sightingId(), marked);
        sightings.inc();
        out.collect(marked);
      }
    }
  }

  /** The frames of a camera with the person, in their order. */
  private List<Verdict> verdicts(List<EarlierView> views) {
    List<EarlierView> inOrder = new ArrayList<>(views);
    inOrder.sort(
        Comparator.<EarlierView>comparingLong(view -> view.frame().offset())
            .thenComparingInt(EarlierView::face));
    List<Verdict> verdicts = new ArrayList<>();
    for (int from = 0; from < inOrder.size(); ) {
      EarlierView first = inOrder.get(from);
      List<Face> faces = new ArrayList<>();
      for (; from < inOrder.size() && inOrder.get(from).frameId().equals(first.frameId()); from++) {
        faces.add(inOrder.get(from).asFace());
      }
      verdicts.add(
          new Verdict(
              Verdict.SCHEMA,
              first.frameId(),
              first.cameraId(),
              first.frame(),
              Outcome.MATCH,
              faces,
              null,
              new Models(pack, detector, embedder),
              null,
              new Timings(0, 0, 0, 0),
              null));
    }
    return verdicts;
  }

  /** While the job was down no answer could come. */
  private void noteOpened(Context context) {
    if (openedAt == Long.MIN_VALUE) {
      openedAt = context.timerService().currentProcessingTime();
    }
  }

  private void remember(Context context) throws Exception {
    if (alarm.value() != null) {
      context.timerService().deleteProcessingTimeTimer(alarm.value());
    }
    setAlarm(context, context.timerService().currentProcessingTime() + REMEMBERED_MILLIS);
  }

  private void setAlarm(Context context, long at) throws Exception {
    alarm.update(at);
    context.timerService().registerProcessingTimeTimer(at);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Sighting> out) throws Exception {
    noteOpened(context);
    if (context.timerService().currentProcessingTime() < openedAt + REMEMBERED_MILLIS) {
      setAlarm(context, openedAt + REMEMBERED_MILLIS);
    } else {
      forget();
    }
  }

  private void forget() throws Exception {
    answersBySlice.clear();
    told.clear();
    alarm.clear();
  }
}
