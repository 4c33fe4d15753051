package io.facestream.faults.invariant;

import java.util.ArrayList;
import java.util.List;

/**
 * When the visitor was enrolled, and how sure that is of a frame's moment.
 *
 * <p>A change is in effect for certain from when it was seen to be: from then on whatever a camera
 * takes is judged with it, through any restart, because slices only read on and a restarted job
 * judges nothing before it has read the gallery to its end. Before that, a frame may have been
 * judged by either state; and one that a restart judges again, by any later one.
 */
public final class VisitorHistory {
  private static final long NOT_YET = Long.MAX_VALUE;

  private static final class State {
    final boolean enrolled;
    long supersededAtMillis = NOT_YET;

    State(boolean enrolled) {
      this.enrolled = enrolled;
    }
  }

  private final List<State> states = new ArrayList<>(List.of(new State(true)));

  /** The visitor is about to be erased. */
  public synchronized void leaves() {
    states.add(new State(false));
  }

  /** The visitor is about to be enrolled again. */
  public synchronized void returns() {
    states.add(new State(true));
  }

  /** The last change has been seen to be in effect, now. */
  public synchronized void isVisible() {
    long now = System.currentTimeMillis();
    for (State state : states.subList(0, states.size() - 1)) {
      state.supersededAtMillis = Math.min(state.supersededAtMillis, now);
    }
  }

  /** Whether the visitor is enrolled, by the last change. */
  public synchronized boolean isEnrolled() {
    return states.get(states.size() - 1).enrolled;
  }

  /**
   * Whether a frame may be judged with the visitor enrolled, or not enrolled.
   *
   * @param capturedAtMillis when it was taken
   */
  public synchronized boolean allows(boolean enrolled, long capturedAtMillis) {
    return states.stream()
        .anyMatch(
            state -> state.enrolled == enrolled && state.supersededAtMillis >= capturedAtMillis);
  }
}
