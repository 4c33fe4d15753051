package io.facestream.job.back;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The enrolments of the last minutes. A face that was searched before the templates were there may
 * come when the slice has answered already, and the slice may be another one by then.
 */
final class RecentEnrolments {
  /** Longer than any face is under way, milliseconds. */
  static final long REMEMBERED_MILLIS = 600_000;

  /** So many are remembered; a face that comes later belongs to none before them. */
  static final int MOST = 1_000;

  private final BroadcastState<String, RecentEnrolment> state;
  private final Map<String, Recent> oldestFirst = new LinkedHashMap<>();

  /** One of them. */
  static final class Recent {
    private final long since;
    private final Set<String> groups = new HashSet<>();
    private Enrolment enrolment;

    /** When to answer it, milliseconds of the clock; null when it is answered. */
    private Long due;

    private Recent(long since, Enrolment enrolment, Long due) {
      this.since = since;
      this.enrolment = enrolment;
      this.due = due;
    }

    Enrolment enrolment() {
      return enrolment;
    }

    /** The groups of faces that it has found. */
    Set<String> groups() {
      return groups;
    }

    boolean isDue() {
      return due != null;
    }

    /** It is to be answered, again or for the first time. */
    void dueAt(long time) {
      due = due == null ? Long.valueOf(time) : Long.valueOf(Math.min(due, time));
    }

    void answered() {
      due = null;
    }
  }

  RecentEnrolments(OperatorStateStore store) throws Exception {
    state =
        store.getBroadcastState(
            new MapStateDescriptor<>(
                "recent-enrolments", Types.STRING, TypeInformation.of(RecentEnrolment.class)));
  }

  /** Forgets all that a former run has left. */
  void clear() {
    state.clear();
  }

  /**
   * All that the state knows are to be answered anew: it may be that of other slices. While the job
   * was down no face was under way, so that time does not count.
   */
  void open(long now) throws Exception {
    List<RecentEnrolment> all = new ArrayList<>();
    for (Map.Entry<String, RecentEnrolment> entry : state.entries()) {
      all.add(entry.getValue());
    }
    all.sort(
        Comparator.comparingLong(RecentEnrolment::since)
            .thenComparing(recent -> recent.enrolment().id()));
    for (RecentEnrolment recent : all) {
      oldestFirst.put(recent.enrolment().id(), new Recent(now, recent.enrolment(), now));
    }
  }

  /** Somebody was enrolled. */
  void add(Enrolment enrolment, long now) throws Exception {
    state.put(enrolment.id(), new RecentEnrolment(now, enrolment));
    oldestFirst.put(enrolment.id(), new Recent(now, enrolment, now));
  }

  /** Takes a template out; what nothing is left of stays until it is {@link #forget forgotten}. */
  void take(Recent recent, String templateId) throws Exception {
    recent.enrolment = recent.enrolment.without(templateId);
    state.put(recent.enrolment.id(), new RecentEnrolment(recent.since, recent.enrolment));
  }

  void forget(Recent recent) throws Exception {
    oldestFirst.remove(recent.enrolment.id());
    state.remove(recent.enrolment.id());
  }

  /** Those that a template belongs to. */
  List<Recent> of(String templateId) {
    return oldestFirst.values().stream().filter(one -> one.enrolment.has(templateId)).toList();
  }

  /** Those that are remembered no longer, and have been answered. */
  List<Recent> answeredUntil(long time) {
    List<Recent> old = new ArrayList<>();
    for (Recent recent : oldestFirst.values()) {
      if (recent.since > time) {
        break;
      }
      if (!recent.isDue()) {
        old.add(recent);
      }
    }
    return old;
  }

  /** The oldest, if there are more than can be remembered, else null. */
  Recent beyondMost() {
    return oldestFirst.size() > MOST ? oldestFirst.values().iterator().next() : null;
  }

  /** The first that is to be answered by now, or null. */
  Recent due(long now) {
    return oldestFirst.values().stream()
        .filter(recent -> recent.due != null && recent.due <= now)
        .findFirst()
        .orElse(null);
  }

  /** When the next one is to be answered or forgotten, milliseconds of the clock, or null. */
  Long next() {
    return oldestFirst.values().stream()
        .map(recent -> recent.due != null ? recent.due : recent.since + REMEMBERED_MILLIS)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** All of them, oldest first. */
  List<Recent> all() {
    return List.copyOf(oldestFirst.values());
  }
}
