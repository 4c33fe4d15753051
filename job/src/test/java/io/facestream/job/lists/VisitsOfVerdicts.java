package io.facestream.job.lists;

import io.facestream.job.lists.Answers.Timed;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The visits that verdicts come to, counted out by hand. */
final class VisitsOfVerdicts {
  private VisitsOfVerdicts() {}

  /**
   * Of each visit: first and last time, number of frames, and the greatest similarity.
   *
   * @param silence how long somebody may be out of sight, milliseconds
   */
  static Map<String, String> of(List<Timed> verdicts, long silence) {
    Map<String, Map<Long, Verdict>> seen = new TreeMap<>();
    for (Timed timed : verdicts) {
      for (String person : peopleOf(timed.verdict())) {
        seen.computeIfAbsent(timed.verdict().cameraId() + "/" + person, any -> new TreeMap<>())
            .put(timed.timestamp(), timed.verdict());
      }
    }
    Map<String, String> visits = new TreeMap<>();
    seen.forEach((who, frames) -> addVisits(who, frames, silence, visits));
    return visits;
  }

  private static void addVisits(
      String who, Map<Long, Verdict> frames, long silence, Map<String, String> visits) {
    String person = who.substring(who.lastIndexOf('/') + 1);
    List<Verdict> visit = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Map.Entry<Long, Verdict> frame : frames.entrySet()) {
      if (!visit.isEmpty() && frame.getKey() - last > silence) {
        add(person, visit, visits);
        visit.clear();
      }
      visit.add(frame.getValue());
      last = frame.getKey();
    }
    add(person, visit, visits);
  }

  private static void add(String person, List<Verdict> visit, Map<String, String> visits) {
    visits.put(
        visit.get(0).verdictId() + "/" + person,
        inWords(
            visit.get(0).frame().capturedAt(),
            visit.get(visit.size() - 1).frame().capturedAt(),
            visit.size(),
            visit.stream()
                .map(verdict -> similarity(verdict, person))
                .max(Comparator.naturalOrder())
                .orElseThrow()));
  }

  static String inWords(Object first, Object last, long frames, double best) {
    return first + " to " + last + ", " + frames + " frames, " + best;
  }

  private static Set<String> peopleOf(Verdict verdict) {
    Set<String> people = new TreeSet<>();
    verdict.faces().stream()
        .filter(face -> face.match() != null)
        .forEach(face -> people.add(face.match().personId()));
    return people;
  }

  private static double similarity(Verdict verdict, String person) {
    return verdict.faces().stream()
        .filter(face -> face.match() != null && face.match().personId().equals(person))
        .mapToDouble(face -> face.match().similarity())
        .max()
        .orElseThrow();
  }
}
