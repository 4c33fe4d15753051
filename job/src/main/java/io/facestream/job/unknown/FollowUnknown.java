package io.facestream.job.unknown;

import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.RecordFailure;
import io.facestream.job.sightings.Step;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Printable;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
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

/**
 * Follows unknown people at each camera, keyed by camera slot as the judge is; the namespace of
 * state and timers is the camera, so that the strangers of one can be gone through without those of
 * another. A camera of which something is remembered has one timer.
 *
 * <p>While no frame of a camera comes its time goes on by the clock, as that of {@link
 * io.facestream.job.sightings.FollowVisits} does. Its day ends so as well, but only when it has
 * been silent for a while: frames that are merely late must find the strangers of their day, also
 * after the job was down.
 *
 * <p>Nothing comes in where the settings do not ask for it, and what is found in state then goes.
 */
public final class FollowUnknown extends AbstractStreamOperator<Sighting>
    implements OneInputStreamOperator<FollowedFrame, Sighting>, Triggerable<Integer, String> {
  private static final long serialVersionUID = 1L;

  /** How long a camera must have been silent, by the clock, before its day ends without frames. */
  static final long SILENT_AFTER_MILLIS = 600_000;

  private static final ValueStateDescriptor<CameraStrangers> CAMERA =
      new ValueStateDescriptor<>("camera", TypeInformation.of(CameraStrangers.class));
  private static final MapStateDescriptor<String, Stranger> STRANGERS =
      new MapStateDescriptor<>("strangers", Types.STRING, TypeInformation.of(Stranger.class));
  private static final MapStateDescriptor<String, Long> ALARMS =
      new MapStateDescriptor<>("alarms", Types.STRING, Types.LONG);

  private final UnknownSettings settings;
  private final String pack;

  private transient SameStranger same;
  private transient InternalTimerService<String> timers;

  /** When the timers of the key's cameras go off, by the clock; in the namespace of no camera. */
  private transient MapState<String, Long> alarms;

  /**
   * When the latest frame of a camera came, by the clock. Not in state: while the job is down no
   * frame comes, and that says nothing of the camera.
   */
  private transient Map<CameraOfKey, Long> arrivals;

  private transient Counter opened;
  private transient Counter cut;
  private transient Counter notTold;
  private transient long remembered;

  private record CameraOfKey(Object key, String cameraId) {}

  /** What is done to the unknown people of a camera. */
  private interface Change {
    List<Step> of(UnknownPeople people);
  }

  /**
   * @param pack whose embeddings they are
   */
  public FollowUnknown(UnknownSettings settings, String pack) {
    this.settings = settings;
    this.pack = pack;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    alarms = context.getKeyedStateStore().getMapState(ALARMS);
  }

  @Override
  public void open() throws Exception {
    super.open();
    same = new SameStranger(ModelPacks.named(pack));
    arrivals = new HashMap<>();
    timers = getInternalTimerService("cameras", StringSerializer.INSTANCE, this);
    opened = JobMetric.UNKNOWN_OPENED.counter(getMetricGroup());
    cut = JobMetric.UNKNOWN_CUT.counter(getMetricGroup());
    notTold = JobMetric.UNKNOWN_NOT_TOLD.counter(getMetricGroup());
    JobMetric.UNKNOWN_REMEMBERED.gauge(getMetricGroup(), this::rememberedStrangers);
    forEachCamera(
        camera -> {
          remembered += strangersOf(camera(camera).value());
          if (!settings.on()) {
            setAlarm(camera, timers.currentProcessingTime());
          }
        });
  }

  /** Strangers of the day, of all cameras of the subtask. */
  long rememberedStrangers() {
    return remembered;
  }

  @Override
  public void processElement(StreamRecord<FollowedFrame> element) throws Exception {
    FollowedFrame frame = element.getValue();
    RecordFailure.naming(
        "Unknown people", () -> RecordFailure.frame(frame.frameId()), () -> follow(frame));
  }

  private void follow(FollowedFrame frame) throws Exception {
    String camera = frame.cameraId();
    CameraStrangers before = camera(camera).value();
    if (before == null && frame.faces().isEmpty()) {
      return;
    }
    long clock = timers.currentProcessingTime();
    arrivals.put(here(camera), clock);
    change(camera, before, clock, people -> people.take(frame));
  }

  /**
   * Changes what is remembered of a camera, tells of it, and sees to it that its timer goes off
   * when there will be something to do.
   *
   * @param arrived when the camera's latest frame came, by the clock
   */
  private void change(String camera, CameraStrangers before, long arrived, Change change)
      throws Exception {
    UnknownPeople people = new UnknownPeople(settings, same, before, strangers(camera));
    List<Step> steps = change.of(people);
    CameraStrangers after = people.state(arrived);
    if (after == null) {
      camera(camera).clear();
      clearAlarm(camera);
      arrivals.remove(here(camera));
    } else {
      camera(camera).update(after);
      wakeFor(camera, people, after);
    }
    remembered += strangersOf(after) - strangersOf(before);
    steps.forEach(step -> tell(step, camera));
    notTold.inc(people.notTold());
    if (people.filledUp()) {
      LOG.warn(
          "Camera '{}' has seen {} unknown people today; no further ones are told of until"
              + " tomorrow",
          Printable.of(camera),
          UnknownPeople.MOST);
    }
  }

  private void tell(Step step, String camera) {
    if (step.kind() == SightingKind.OPEN) {
      opened.inc();
    }
    if (step.early()) {
      cut.inc();
    }
    output.collect(new StreamRecord<>(step.visit().sighting(step.kind(), camera).ofUnknown()));
  }

  private void wakeFor(String camera, UnknownPeople people, CameraStrangers after)
      throws Exception {
    long clock = timers.currentProcessingTime();
    long arrival = arrivals.getOrDefault(here(camera), clock);
    long due = Long.MAX_VALUE;
    if (people.due().isPresent()) {
      due = people.due().getAsLong() - after.latest() + arrival;
    }
    if (people.dayDue().isPresent()) {
      due = Math.min(due, endOfDay(people.dayDue().getAsLong(), after, arrival));
    }
    Long alarm = alarms.get(camera);
    if (alarm == null || due < alarm) {
      setAlarm(camera, Math.max(due, clock + 1));
    }
  }

  /** When a camera's day ends by the clock, if no frame comes. */
  private static long endOfDay(long dayEnd, CameraStrangers camera, long arrival) {
    return Math.max(camera.arrived() + (dayEnd - camera.latest()), arrival + SILENT_AFTER_MILLIS);
  }

  /** Lets the time of a camera that is silent go on. */
  @Override
  public void onProcessingTime(InternalTimer<Integer, String> timer) throws Exception {
    String camera = timer.getNamespace();
    forgetAlarm(camera);
    CameraStrangers before = camera(camera).value();
    if (before == null) {
      return;
    }
    if (!settings.on()) {
      change(camera, before, before.arrived(), UnknownPeople::end);
      return;
    }
    long clock = timers.currentProcessingTime();
    // After a restart the silence counts anew.
    long arrival = arrivals.computeIfAbsent(here(camera), first -> clock);
    change(
        camera,
        before,
        before.arrived(),
        people -> {
          people
              .dayDue()
              .ifPresent(
                  dayEnd -> {
                    if (clock >= endOfDay(dayEnd, before, arrival)) {
                      people.endDay();
                    }
                  });
          return people.pass(before.latest() + clock - arrival);
        });
  }

  @Override
  public void onEventTime(InternalTimer<Integer, String> timer) {
    throw new IllegalStateException("No timer is set by event time");
  }

  /** At the end of the frames all go. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      forEachCamera(
          camera -> {
            CameraStrangers before = camera(camera).value();
            if (before != null) {
              change(camera, before, before.arrived(), UnknownPeople::end);
            }
          });
    }
    super.processWatermark(mark);
  }

  /**
   * Goes to every camera of which something is remembered; each has a timer. Not by the timers
   * themselves: of those that RocksDB keeps, Flink's iterator misses some.
   */
  private void forEachCamera(Visitor visitor) throws Exception {
    List<CameraOfKey> cameras = new ArrayList<>();
    getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            ALARMS,
            (key, ofKey) -> ofKey.keys().forEach(id -> cameras.add(new CameraOfKey(key, id))));
    for (CameraOfKey camera : cameras) {
      setCurrentKey(camera.key());
      visitor.visit(camera.cameraId());
    }
  }

  /** Looks at a camera of the current key. */
  @FunctionalInterface
  private interface Visitor {
    void visit(String camera) throws Exception;
  }

  private ValueState<CameraStrangers> camera(String camera) throws Exception {
    return getPartitionedState(camera, StringSerializer.INSTANCE, CAMERA);
  }

  private KeyedStrangers strangers(String camera) throws Exception {
    MapState<String, Stranger> state =
        getPartitionedState(camera, StringSerializer.INSTANCE, STRANGERS);
    return new KeyedStrangers(state);
  }

  private CameraOfKey here(String camera) {
    return new CameraOfKey(getCurrentKey(), camera);
  }

  private void setAlarm(String camera, long clock) throws Exception {
    clearAlarm(camera);
    alarms.put(camera, clock);
    timers.registerProcessingTimeTimer(camera, clock);
  }

  private void clearAlarm(String camera) throws Exception {
    Long clock = alarms.get(camera);
    if (clock != null) {
      timers.deleteProcessingTimeTimer(camera, clock);
      forgetAlarm(camera);
    }
  }

  private void forgetAlarm(String camera) throws Exception {
    alarms.remove(camera);
    if (alarms.isEmpty()) {
      // An emptied map is an entry, too, where state is on the heap.
      alarms.clear();
    }
  }

  private static long strangersOf(CameraStrangers camera) {
    return camera == null ? 0 : camera.strangers();
  }
}
