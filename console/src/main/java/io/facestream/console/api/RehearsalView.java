package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Scope;
import io.facestream.console.policies.PolicyScope;
import io.facestream.policies.rehearsal.AlertChange;
import io.facestream.policies.rehearsal.AlertChange.Kind;
import io.facestream.policies.rehearsal.NotKnown;
import io.facestream.policies.rehearsal.RehearsalReport;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.UnusableRecordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a rehearsal came to, for the API. Of everything but alerts nothing is said to one who may
 * not see all: faces and reasons speak of others.
 *
 * @param since from when on verdicts were judged anew
 * @param frames judged anew
 * @param alertsNow as they were raised
 * @param alertsThen as they would have been
 * @param changes by camera and person, the most first
 * @param more cameras and people beyond those
 */
record RehearsalView(
    Instant since,
    long frames,
    Long faces,
    long alertsNow,
    long alertsThen,
    long gained,
    long lost,
    List<ChangeView> changes,
    int more,
    NotKnown notKnown) {
  private static final int MOST = 100;

  /**
   * What would be otherwise of somebody at a camera.
   *
   * @param last the last frame of it
   */
  record ChangeView(String camera, PersonView person, long gained, long lost, ExampleView last) {}

  /**
   * A frame whose alert would be gained or lost.
   *
   * @param needed cosine that would have had to be reached
   * @param origin whose threshold that is
   * @param why for one that is lost, the reason
   * @param picture path of the face's picture
   */
  record ExampleView(
      Kind kind,
      Instant at,
      double similarity,
      Double needed,
      String origin,
      String why,
      String picture) {}

  /**
   * @param picture path of a change's picture
   */
  static RehearsalView of(
      Instant since, RehearsalReport report, Caller caller, Function<AlertChange, String> picture) {
    Map<String, List<AlertChange>> groups = new LinkedHashMap<>();
    for (AlertChange change : report.changes()) {
      groups
          .computeIfAbsent(change.cameraId() + "\0" + change.personId(), added -> new ArrayList<>())
          .add(change);
    }
    boolean all = PolicyScope.isAll(caller.scope());
    return new RehearsalView(
        since,
        report.frames(),
        all ? report.faces() : null,
        report.alertsBefore(),
        report.alertsAfter(),
        count(report.changes(), Kind.GAINED),
        count(report.changes(), Kind.LOST),
        groups.values().stream()
            .sorted((one, other) -> Integer.compare(other.size(), one.size()))
            .limit(MOST)
            .map(changes -> view(changes, caller.scope(), picture))
            .toList(),
        Math.max(0, groups.size() - MOST),
        all ? report.notKnown() : null);
  }

  private static ChangeView view(
      List<AlertChange> changes, Scope scope, Function<AlertChange, String> picture) {
    AlertChange last = changes.get(changes.size() - 1);
    return new ChangeView(
        last.cameraId(),
        PersonView.of(last.personId(), last.name(), last.watchlists(), scope),
        count(changes, Kind.GAINED),
        count(changes, Kind.LOST),
        new ExampleView(
            last.kind(),
            last.frame().capturedAt(),
            last.similarity(),
            last.needed(),
            knownOrigin(last.origin(), scope),
            PolicyScope.isAll(scope) ? last.why() : null,
            picture.apply(last)));
  }

  /** The name of another's watchlist is not told. */
  private static String knownOrigin(String origin, Scope scope) {
    try {
      return origin == null
              || PolicyKey.parse(origin).scope() == PolicyKey.Scope.WATCHLIST
                  && !PolicyScope.has(scope, PolicyKey.parse(origin))
          ? null
          : origin;
    } catch (UnusableRecordException e) {
      return null;
    }
  }

  private static long count(Collection<AlertChange> changes, Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
