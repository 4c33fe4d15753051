package io.facestream.job.lists;

import io.facestream.job.records.DeadLetter;
import io.facestream.wire.Alert;
import io.facestream.wire.Analysis;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import io.facestream.wire.testing.AnswerOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a job of this JVM has answered, over all its attempts. */
final class Answers implements AutoCloseable {
  /**
   * A verdict as it came.
   *
   * @param timestamp its event time, milliseconds
   * @param watermark event time of its subtask when it came, milliseconds
   */
  record Timed(Verdict verdict, long timestamp, long watermark) {}

  private static final Map<String, Answers> ALL = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final List<Timed> verdicts = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Analysis> analyses = new ArrayList<>();
  private final Set<String> deadLetters = new TreeSet<>();
  private final Set<String> policyDeadLetters = new TreeSet<>();

  Answers() {
    ALL.put(id, this);
  }

  /** By this name the job's tasks find it. */
  static Answers of(String id) {
    return ALL.get(id);
  }

  String id() {
    return id;
  }

  synchronized void verdict(Verdict verdict, long timestamp, long watermark) {
    verdicts.add(new Timed(verdict, timestamp, watermark));
  }

  synchronized void alert(Alert alert) {
    alerts.add(alert);
  }

  synchronized void sighting(Sighting sighting) {
    sightings.add(sighting);
  }

  synchronized void analysis(Analysis analysis) {
    analyses.add(analysis);
  }

  synchronized void deadLetter(DeadLetter letter) {
    deadLetters.add(letter.partition() + "-" + letter.offset());
  }

  synchronized void policyDeadLetter(DeadLetter letter) {
    policyDeadLetters.add(letter.partition() + "-" + letter.offset());
  }

  /** In the order of arrival, repeats included. */
  synchronized List<Timed> verdicts() {
    return List.copyOf(verdicts);
  }

  /** In the order of arrival, repeats included. */
  synchronized List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  /** In the order of arrival, repeats included. */
  synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** In the order of arrival, repeats included. */
  synchronized List<Analysis> analyses() {
    return List.copyOf(analyses);
  }

  /** Of each visit what was told last. */
  synchronized Map<String, Sighting> visits() {
    Map<String, Sighting> visits = new TreeMap<>();
    sightings.forEach(step -> visits.put(step.sightingId(), step));
    return visits;
  }

  /** Whether there were visits and all are over. */
  boolean visitsAreOver() {
    Map<String, Sighting> visits = visits();
    return !visits.isEmpty()
        && visits.values().stream().allMatch(visit -> visit.kind() == SightingKind.CLOSE);
  }

  /** Partition and offset of each. */
  synchronized Set<String> deadLetters() {
    return Set.copyOf(deadLetters);
  }

  /** Partition and offset of each policy that was refused. */
  synchronized Set<String> policyDeadLetters() {
    return Set.copyOf(policyDeadLetters);
  }

  /** Frames that have been answered, one way or the other. */
  synchronized int frames() {
    Set<String> ids = new HashSet<>();
    verdicts.forEach(timed -> ids.add(timed.verdict().verdictId()));
    return ids.size() + deadLetters.size();
  }

  /** Of each camera, the offsets in the order in which they were answered first. */
  synchronized Map<String, List<Long>> offsetsByCamera() {
    return AnswerOrder.offsetsByCamera(verdicts.stream().map(Timed::verdict).toList());
  }

  /**
   * Of each frame, whom its faces were taken for and their tracks: what must not depend on the run.
   */
  synchronized Map<String, List<String>> peopleByFrame() {
    Map<String, List<String>> people = new TreeMap<>();
    for (Timed timed : verdicts) {
      Verdict verdict = timed.verdict();
      people.put(
          verdict.verdictId(),
          verdict.faces().stream()
              .map(
                  face ->
                      face.track()
                          + " "
                          + face.carriedFrom()
                          + " "
                          + (face.match() == null
                              ? face.reason()
                              : face.match().personId() + " " + face.match().similarity()))
              .toList());
    }
    return people;
  }

  @Override
  public void close() {
    ALL.remove(id);
  }
}
