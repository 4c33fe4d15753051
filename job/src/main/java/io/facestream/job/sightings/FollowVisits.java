package io.facestream.job.sightings;

import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.RecordFailure;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Follows the visits at each camera, keyed by camera slot as detection and judge are.
 *
 * <p>A camera's time is the capture time of its latest frame. While no frame of it comes, its time
 * goes on by the clock: else somebody would stand before a camera that was unplugged for ever, and
 * with watermarks before the last camera too, since event time stands still when all are silent.
 * That clock decides only when the end of a visit is told and never what belongs to it: a frame
 * that comes after all, of a time that belongs to the visit, takes the end back. Watermarks do not
 * close visits, because one camera's wrong clock would close those of the others too late or too
 * early. The last of them, at the end of the frames, closes all.
 *
 * <p>An operator rather than a function, because that end is no element.
 */
public final class FollowVisits extends AbstractStreamOperator<Sighting>
    implements OneInputStreamOperator<Verdict, Sighting>, Triggerable<Integer, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** What opens a visit, for alerts. */
  public static final OutputTag<Opening> OPENINGS =
      new OutputTag<>("openings", TypeInformation.of(Opening.class));

  private final SightingSettings settings;
  private final boolean openingsWanted;

  private transient MapStateDescriptor<String, CameraVisits> camerasDescriptor;

  /** The visits at the key's cameras; a camera without any is not in it. */
  private transient MapState<String, CameraVisits> cameras;

  /** When the key's timer goes off, by the clock; there is one while there are visits. */
  private transient ValueState<Long> alarm;

  private transient InternalTimerService<VoidNamespace> timers;

  /**
   * When the latest frame of a camera came, by the clock, of cameras with visits. Not in state:
   * while the job is down no frame comes, and that says nothing of the camera.
   */
  private transient Map<CameraOfKey, Long> arrivals;

  private transient Counter opened;
  private transient Counter closed;
  private transient Counter cut;
  private transient long open;

  private record CameraOfKey(Integer key, String cameraId) {}

  /** What is done to the visits of a camera. */
  private interface Change {
    List<Step> of(Visits visits);
  }

  /**
   * @param openingsWanted whether {@link #OPENINGS} are read
   */
  public FollowVisits(SightingSettings settings, boolean openingsWanted) {
    this.settings = settings;
    this.openingsWanted = openingsWanted;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    camerasDescriptor =
        new MapStateDescriptor<>("visits", Types.STRING, TypeInformation.of(CameraVisits.class));
    cameras = context.getKeyedStateStore().getMapState(camerasDescriptor);
    alarm = context.getKeyedStateStore().getState(new ValueStateDescriptor<>("alarm", Types.LONG));
  }

  @Override
  public void open() throws Exception {
    super.open();
    arrivals = new HashMap<>();
    timers = getInternalTimerService("visits", VoidNamespaceSerializer.INSTANCE, this);
    opened = JobMetric.SIGHTINGS_OPENED.counter(getMetricGroup());
    closed = JobMetric.SIGHTINGS_CLOSED.counter(getMetricGroup());
    cut = JobMetric.SIGHTINGS_CUT.counter(getMetricGroup());
    forEachKey(() -> cameras.values().forEach(camera -> open += openOf(camera)));
    JobMetric.SIGHTINGS_OPEN.gauge(getMetricGroup(), this::openVisits);
  }

  /** Visits that are open, of all cameras of the subtask. */
  long openVisits() {
    return open;
  }

  @Override
  public void processElement(StreamRecord<Verdict> element) throws Exception {
    Verdict verdict = element.getValue();
    RecordFailure.naming(
        "Sightings", () -> RecordFailure.frame(verdict.verdictId()), () -> follow(verdict));
  }

  private void follow(Verdict verdict) throws Exception {
    if (verdict.answersRequest()) {
      return; // What somebody hands in, the camera has not seen.
    }
    String camera = verdict.cameraId();
    CameraVisits before = cameras.get(camera);
    boolean somebody = verdict.faces().stream().anyMatch(face -> face.match() != null);
    if (before == null && !somebody) {
      return;
    }
    long clock = timers.currentProcessingTime();
    arrivals.put(here(camera), clock);
    change(camera, before, visits -> visits.take(verdict));
    if (alarm.value() == null && !cameras.isEmpty()) {
      setAlarm(clock + settings.silence().toMillis() + 1);
    }
  }

  /** Changes a camera's visits, and tells of it. */
  private void change(String camera, CameraVisits before, Change change) throws Exception {
    Visits visits = new Visits(settings, before);
    List<Step> steps = change.of(visits);
    CameraVisits after = visits.state();
    if (after != null) {
      cameras.put(camera, after);
    } else if (before != null) {
      cameras.remove(camera);
    }
    if (after == null) {
      arrivals.remove(here(camera));
    }
    open += openOf(after) - openOf(before);
    steps.forEach(step -> tell(step, camera));
    if (after == null && cameras.isEmpty()) {
      clearAlarm();
    }
  }

  private void tell(Step step, String camera) {
    switch (step.kind()) {
      case OPEN -> opened.inc();
      case CLOSE -> closed.inc();
      case UPDATE -> {}
    }
    if (step.early()) {
      cut.inc();
    }
    output.collect(new StreamRecord<>(step.visit().sighting(step.kind(), camera)));
    if (openingsWanted && step.kind() == SightingKind.OPEN) {
      RecognisedView view = (RecognisedView) step.view();
      Opening opening = new Opening(step.visit().sightingId(), view.verdict(), view.face());
      output.collect(OPENINGS, new StreamRecord<>(opening));
    }
  }

  /** Lets the time of cameras that are silent go on. */
  @Override
  public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
    long clock = timers.currentProcessingTime();
    alarm.clear();
    long next = Long.MAX_VALUE;
    for (String camera : cameraIds()) {
      CameraVisits before = cameras.get(camera);
      // After a restart the silence counts anew.
      long arrival = arrivals.computeIfAbsent(here(camera), first -> clock);
      long ahead = arrival - before.latest();
      change(camera, before, visits -> visits.pass(clock - ahead));
      CameraVisits after = cameras.get(camera);
      if (after != null) {
        OptionalLong due = new Visits(settings, after).due();
        next = Math.min(next, due.getAsLong() + ahead);
      }
    }
    if (next != Long.MAX_VALUE) {
      setAlarm(Math.max(next, clock + 1));
    }
  }

  @Override
  public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) {
    throw new IllegalStateException("No timer is set by event time");
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      forEachKey(
          () -> {
            for (String camera : cameraIds()) {
              change(camera, cameras.get(camera), Visits::end);
            }
          });
    }
    super.processWatermark(mark);
  }

  private void forEachKey(RecordFailure.Step step) throws Exception {
    getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            camerasDescriptor,
            (key, state) -> step.run());
  }

  private List<String> cameraIds() throws Exception {
    List<String> ids = new ArrayList<>();
    cameras.keys().forEach(ids::add);
    return ids;
  }

  private CameraOfKey here(String camera) {
    return new CameraOfKey((Integer) getCurrentKey(), camera);
  }

  private void setAlarm(long clock) throws Exception {
    alarm.update(clock);
    timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, clock);
  }

  private void clearAlarm() throws Exception {
    Long clock = alarm.value();
    if (clock != null) {
      timers.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, clock);
      alarm.clear();
    }
  }

  private static long openOf(CameraVisits camera) {
    return camera == null ? 0 : camera.visits().stream().filter(visit -> !visit.closed()).count();
  }
}
