package io.facestream.job.tracks;

import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.keys.SilentCameras;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The tracks of each camera slot, in keyed state. One that is not seen for {@value
 * #LOST_AFTER_MILLIS} milliseconds of its camera's time is forgotten with the camera's next frames,
 * as the tracker has given it up long before; those of a silent camera are after a while.
 */
public final class KeyedTracks implements TrackMemory {
  /** How long a track is remembered after its last frame, of capture time. */
  static final long LOST_AFTER_MILLIS = 30_000;

  /** How long the tracks of a camera are that brings no further views, of the clock. */
  public static final long SILENT_AFTER_MILLIS = 600_000;

  private static final MapStateDescriptor<String, TrackEvidence> EVIDENCE =
      new MapStateDescriptor<>("tracks", Types.STRING, TypeInformation.of(TrackEvidence.class));

  private final MapState<String, TrackEvidence> evidence;
  private final KeyedStateBackend<?> backend;
  private final InternalTimerService<VoidNamespace> timers;
  private final SilentCameras silent = new SilentCameras(SILENT_AFTER_MILLIS);

  /** Capture time up to which a camera's lost tracks are forgotten. */
  private final Map<String, Long> sweptAt = new HashMap<>();

  /**
   * The templates on which any track rests, and perhaps some on which none does any more; null
   * until the gallery changes for the first time, since only a walk through the state tells.
   */
  private Set<String> watched;

  /**
   * Tracks in the keyed state of an operator.
   *
   * @param timers calls {@link #forgetSilent} by the clock
   */
  public KeyedTracks(
      KeyedStateStore store,
      KeyedStateBackend<?> backend,
      InternalTimerService<VoidNamespace> timers) {
    this.evidence = store.getMapState(EVIDENCE);
    this.backend = backend;
    this.timers = timers;
  }

  @Override
  public TrackEvidence get(String track) {
    try {
      return evidence.get(track);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read the evidence of track " + track, e);
    }
  }

  @Override
  public void put(String track, TrackEvidence known) {
    try {
      evidence.put(track, known);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot keep the evidence of track " + track, e);
    }
    if (watched != null) {
      known.persons().forEach(hit -> watched.add(hit.templateId()));
    }
    String camera = cameraOf(track);
    long now = timers.currentProcessingTime();
    timers.registerProcessingTimeTimer(
        VoidNamespace.INSTANCE, silent.remembered(backend.getCurrentKey(), camera, now));
    forgetLost(camera, known.seenAt());
  }

  /** A frame of a camera has been judged, with or without somebody in it. */
  public void pass(String camera, long capturedAt) {
    if (sweptAt.containsKey(camera)) {
      forgetLost(camera, capturedAt);
    }
  }

  private void forgetLost(String camera, long capturedAt) {
    Long swept = sweptAt.putIfAbsent(camera, capturedAt);
    if (swept != null && Math.abs(capturedAt - swept) > LOST_AFTER_MILLIS) {
      sweptAt.put(camera, capturedAt);
      // Either way: a clock that was set back has left nothing to go on with.
      forgetIf(
          (track, known) ->
              cameraOf(track).equals(camera)
                  && Math.abs(capturedAt - known.seenAt()) > LOST_AFTER_MILLIS);
    }
  }

  /** Forgets the tracks of the cameras of the current key that have been silent. */
  public void forgetSilent() {
    long now = timers.currentProcessingTime();
    Map<String, Boolean> cameras = new HashMap<>();
    boolean left =
        forgetIf(
            (track, known) ->
                cameras.computeIfAbsent(
                    cameraOf(track),
                    camera -> silent.isSilent(backend.getCurrentKey(), camera, now)));
    cameras.forEach(
        (camera, forgotten) -> sweptAt.computeIfPresent(camera, (c, at) -> forgotten ? null : at));
    if (left) {
      timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, silent.nextTick(now));
    }
  }

  /** Forgets tracks of the current key; says whether any is left. */
  private boolean forgetIf(BiPredicate<String, TrackEvidence> condition) {
    try {
      boolean left = false;
      Iterator<Map.Entry<String, TrackEvidence>> tracks = evidence.iterator();
      while (tracks.hasNext()) {
        Map.Entry<String, TrackEvidence> track = tracks.next();
        if (condition.test(track.getKey(), track.getValue())) {
          tracks.remove();
        } else {
          left = true;
        }
      }
      if (!left) {
        // An emptied map is an entry, too, where state is on the heap.
        evidence.clear();
      }
      return left;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot forget tracks", e);
    }
  }

  /** The camera of a track's id: what stands before the place of its first frame. */
  private static String cameraOf(String track) {
    return track.substring(0, track.lastIndexOf('@'));
  }

  /** Takes a change of the gallery to all tracks of this subtask that rest on the template. */
  public void apply(TemplateChange change) throws Exception {
    if (watched == null) {
      watched = new HashSet<>();
      forAllKeys(
          tracks -> {
            for (TrackEvidence known : tracks.values()) {
              known.persons().forEach(hit -> watched.add(hit.templateId()));
            }
          });
    }
    if (watched.remove(change.templateId())) {
      forAllKeys(tracks -> apply(change, tracks));
    }
  }

  /**
   * Of a view that resembles somebody erased most nothing is kept: it is his face. What rests on
   * others goes on without him.
   */
  private void apply(TemplateChange change, MapState<String, TrackEvidence> tracks)
      throws Exception {
    Iterator<Map.Entry<String, TrackEvidence>> all = tracks.iterator();
    while (all.hasNext()) {
      Map.Entry<String, TrackEvidence> track = all.next();
      TrackEvidence known = track.getValue();
      if (change.erased() && known.restsMostOn(change.templateId())) {
        all.remove();
      } else if (known.restsOn(change.templateId())) {
        track.setValue(known.after(change));
        if (!change.erased()) {
          watched.add(change.templateId());
        }
      }
    }
    if (tracks.isEmpty()) {
      tracks.clear(); // as in forgetIf
    }
  }

  private void forAllKeys(Visitor visitor) throws Exception {
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        EVIDENCE,
        (key, tracks) -> visitor.visit(tracks));
  }

  /** Looks at the tracks of one key. */
  @FunctionalInterface
  private interface Visitor {
    void visit(MapState<String, TrackEvidence> tracks) throws Exception;
  }
}
