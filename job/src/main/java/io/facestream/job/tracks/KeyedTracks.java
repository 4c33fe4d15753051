package io.facestream.job.tracks;

import io.facestream.job.gallery.TemplateChange;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
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
 * #FORGET_AFTER_MILLIS} milliseconds of event time is forgotten, at the latest when as long has
 * passed twice more; the tracker has given it up long before.
 */
public final class KeyedTracks implements TrackMemory {
  /** How long a track is remembered after its last frame. */
  static final long FORGET_AFTER_MILLIS = 30_000;

  private static final MapStateDescriptor<String, TrackEvidence> EVIDENCE =
      new MapStateDescriptor<>("tracks", Types.STRING, TypeInformation.of(TrackEvidence.class));

  private final MapState<String, TrackEvidence> evidence;
  private final KeyedStateBackend<?> backend;
  private final InternalTimerService<VoidNamespace> timers;

  /**
   * The templates on which any track rests, and perhaps some on which none does any more; null
   * until the gallery changes for the first time, since only a walk through the state tells.
   */
  private Set<String> watched;

  /**
   * Tracks in the keyed state of an operator.
   *
   * @param timers calls {@link #sweep} at event time
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
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, sweepAfter(known.seenAt()));
  }

  /**
   * Forgets the tracks of the current key that were not seen lately; goes on until none is left.
   */
  public void sweep(long time) throws Exception {
    Iterator<Map.Entry<String, TrackEvidence>> tracks = evidence.iterator();
    boolean left = false;
    while (tracks.hasNext()) {
      if (tracks.next().getValue().seenAt() <= time - FORGET_AFTER_MILLIS) {
        tracks.remove();
      } else {
        left = true;
      }
    }
    if (left) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, sweepAfter(time));
    } else {
      // An emptied map is an entry, too, where state is on the heap.
      evidence.clear();
    }
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

  private void apply(TemplateChange change, MapState<String, TrackEvidence> tracks)
      throws Exception {
    for (Map.Entry<String, TrackEvidence> track : tracks.entries()) {
      if (track.getValue().restsOn(change.templateId())) {
        track.setValue(track.getValue().after(change));
        if (!change.erased()) {
          watched.add(change.templateId());
        }
      }
    }
  }

  private void forAllKeys(Visitor visitor) throws Exception {
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        EVIDENCE,
        (key, tracks) -> visitor.visit(tracks));
  }

  /** The same for all frames of a stretch of time, so that a key has few timers. */
  private static long sweepAfter(long time) {
    return (Math.floorDiv(time, FORGET_AFTER_MILLIS) + 2) * FORGET_AFTER_MILLIS;
  }

  /** Looks at the tracks of one key. */
  @FunctionalInterface
  private interface Visitor {
    void visit(MapState<String, TrackEvidence> tracks) throws Exception;
  }
}
