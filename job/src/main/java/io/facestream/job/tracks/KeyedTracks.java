package io.facestream.job.tracks;

import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * The tracks of each camera slot in keyed state. A track that is not seen for {@value
 * #FORGET_AFTER_MILLIS} milliseconds of event time is forgotten, at latest when as long has passed
 * again; the tracker has given it up long before.
 */
public final class KeyedTracks implements TrackMemory {
  /** How long a track is remembered after its last frame. */
  static final long FORGET_AFTER_MILLIS = 30_000;

  private static final MapStateDescriptor<String, TrackEvidence> EVIDENCE =
      new MapStateDescriptor<>("tracks", Types.STRING, TypeInformation.of(TrackEvidence.class));

  private final MapState<String, TrackEvidence> evidence;

  /** In the keyed state of a function that is being opened. */
  public KeyedTracks(RuntimeContext context) {
    this.evidence = context.getMapState(EVIDENCE);
  }

  /** Under what the state is found. */
  public static MapStateDescriptor<String, TrackEvidence> descriptor() {
    return EVIDENCE;
  }

  @Override
  public TrackEvidence get(String track) throws Exception {
    return evidence.get(track);
  }

  @Override
  public void put(String track, TrackEvidence known) throws Exception {
    evidence.put(track, known);
  }

  /** To be called at each frame that may have put something. */
  public void rememberToForget(TimerService timers, long capturedAt) throws Exception {
    if (!evidence.isEmpty()) {
      timers.registerEventTimeTimer(nextSweep(capturedAt));
    }
  }

  /** Forgets tracks that were not seen lately; goes on until none is left. */
  public void sweep(TimerService timers, long time) throws Exception {
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
      timers.registerEventTimeTimer(nextSweep(time));
    }
  }

  /** The same for all frames of a stretch of time, so that there is one timer for all of them. */
  private static long nextSweep(long time) {
    return (Math.floorDiv(time, FORGET_AFTER_MILLIS) + 2) * FORGET_AFTER_MILLIS;
  }
}
