package io.facestream.job.sightings;

import io.facestream.wire.Ids;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The visits at one camera, a pure function of its frames in their order. Time is the camera's own:
 * that of its latest frame, so that no other camera's clock matters.
 *
 * <p>A view belongs to the visit of its person that is no further away than the silence, before or
 * behind; else it opens one. So a frame that comes late extends the visit of its time, also one
 * that has been closed already, as long as that is remembered: for {@link #MEMORY}. A frame that is
 * older still can only come from a clock that was set back, and the camera's time begins anew.
 */
public final class Visits {
  /** How much later than the next one a frame may come and find the visit of its time. */
  public static final long MEMORY = 60_000;

  /** Visits of a camera, so that its state is bounded: more than there are people in a picture. */
  static final int MOST = 200;

  private final long silence;
  private final long interval;
  private final List<Visit> visits;
  private long latest;

  /**
   * As they were left.
   *
   * @param before {@link #state}, or null
   */
  public Visits(SightingSettings settings, CameraVisits before) {
    silence = settings.silence().toMillis();
    interval = settings.interval().toMillis();
    visits = before == null ? new ArrayList<>() : new ArrayList<>(before.visits());
    latest = before == null ? Long.MIN_VALUE : before.latest();
  }

  /** What is to be kept, or null when nothing is. */
  public CameraVisits state() {
    return visits.isEmpty() ? null : new CameraVisits(latest, List.copyOf(visits));
  }

  long latest() {
    return latest;
  }

  /** Takes the camera's next frame. */
  List<Step> take(Verdict verdict) {
    return take(verdict.frame().capturedAt().toEpochMilli(), RecognisedView.of(verdict));
  }

  /**
   * Takes the camera's next frame.
   *
   * @param time its capture time, milliseconds since the epoch
   * @param views who is seen in it, each once
   */
  public List<Step> take(long time, List<? extends View> views) {
    List<Step> steps = new ArrayList<>();
    if (!visits.isEmpty() && time < latest - MEMORY) {
      steps.addAll(end());
      latest = time;
    }
    latest = visits.isEmpty() ? time : Math.max(latest, time);
    steps.addAll(pass(latest));
    views.forEach(view -> take(view, steps));
    return steps;
  }

  private void take(View view, List<Step> steps) {
    for (int i = visits.size() - 1; i >= 0; i--) {
      Visit visit = visits.get(i);
      if (visit.person().personId().equals(view.personId()) && visit.covers(view, silence)) {
        extend(i, visit.with(view), steps);
        return;
      }
    }
    makeRoom(steps);
    String id = Ids.sightingId(view.frameId(), view.personId());
    Visit opened = Visit.begin(id, view);
    visits.add(opened);
    steps.add(new Step(SightingKind.OPEN, opened, view, false));
    if (isOver(opened, latest)) {
      tell(visits.size() - 1, SightingKind.CLOSE, false, steps);
    }
  }

  private void extend(int index, Visit visit, List<Step> steps) {
    visits.set(index, visit);
    if (isOver(visit, latest)) {
      tell(index, SightingKind.CLOSE, false, steps);
    } else if (visit.closed() || visit.lastSeen() - visit.told() >= interval) {
      tell(index, SightingKind.UPDATE, false, steps);
    }
  }

  /** Lets the oldest go when there are as many as may be, those that are closed first. */
  private void makeRoom(List<Step> steps) {
    if (visits.size() >= MOST) {
      Visit oldest =
          visits.stream()
              .min(
                  Comparator.<Visit, Boolean>comparing(visit -> !visit.closed())
                      .thenComparingLong(Visit::lastSeen))
              .orElseThrow();
      int index = visits.indexOf(oldest);
      if (!oldest.closed()) {
        tell(index, SightingKind.CLOSE, true, steps);
      }
      visits.remove(index);
    }
  }

  /**
   * Lets time pass: closes the visits that are over, and forgets those that no late frame can
   * belong to any more.
   *
   * @param now the camera's time, milliseconds since the epoch
   */
  public List<Step> pass(long now) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      if (!visits.get(i).closed() && isOver(visits.get(i), now)) {
        tell(i, SightingKind.CLOSE, false, steps);
      }
    }
    visits.removeIf(visit -> visit.closed() && now > visit.lastSeen() + silence + MEMORY);
    return steps;
  }

  /** Nothing further will come of a person: closes the visits, whatever the silence. */
  public List<Step> end(String personId) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      if (!visit.closed() && visit.person().personId().equals(personId)) {
        tell(i, SightingKind.CLOSE, false, steps);
      }
    }
    return steps;
  }

  /** There will be no further frame: closes all and forgets all. */
  public List<Step> end() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      if (!visits.get(i).closed()) {
        tell(i, SightingKind.CLOSE, false, steps);
      }
    }
    visits.clear();
    return steps;
  }

  /** The camera's time at which there will be something to do, if no frame comes; or nothing. */
  public OptionalLong due() {
    return visits.stream()
        .mapToLong(visit -> visit.lastSeen() + silence + (visit.closed() ? MEMORY : 0) + 1)
        .min();
  }

  private boolean isOver(Visit visit, long now) {
    return now > visit.lastSeen() + silence;
  }

  private void tell(int index, SightingKind kind, boolean early, List<Step> steps) {
    Visit told = visits.get(index).toldAs(kind);
    visits.set(index, told);
    steps.add(new Step(kind, told, null, early));
  }
}
