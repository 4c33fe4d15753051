package io.facestream.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.TopicFollower;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Json;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All that a job has told of its frames and of the visits in them, but for times that it took. */
public final class Told {
  private static final int SHOWN = 5;

  private final Map<String, Verdict> verdicts = new TreeMap<>();
  private final Map<String, Sighting> visits = new TreeMap<>();
  private final List<String> contradictions = new ArrayList<>();

  private Told() {}

  /** Reads both topics to their end. */
  public static Told by(String bootstrapServers, RunTopics topics) throws Exception {
    Told told = new Told();
    try (TopicFollower follower =
        TopicFollower.start(
            KafkaConnection.to(bootstrapServers),
            Duration.ofMillis(20),
            Map.of(
                topics.verdicts().name(), told::takeVerdict,
                topics.sightings().name(), told::takeSighting))) {
      follower.drain();
    }
    return told;
  }

  /** Of each visit what was told last. */
  public Collection<Sighting> visits() {
    return visits.values();
  }

  /** When the first picture of each camera was taken. */
  public Map<String, Instant> beginnings() {
    Map<String, Instant> beginnings = new TreeMap<>();
    verdicts
        .values()
        .forEach(
            verdict ->
                beginnings.merge(
                    verdict.cameraId(),
                    verdict.frame().capturedAt(),
                    (one, other) -> one.isBefore(other) ? one : other));
    return beginnings;
  }

  /** Of all faces that could be compared the share of those that were, by an embedding. */
  public double shareEmbedded() {
    List<Face> usable =
        verdicts.values().stream()
            .flatMap(verdict -> verdict.faces().stream())
            .filter(face -> face.outcome() != FaceOutcome.REJECTED)
            .toList();
    return (double) usable.stream().filter(face -> !face.candidates().isEmpty()).count()
        / usable.size();
  }

  /** Whether everybody has gone. */
  public boolean allVisitsHaveEnded() {
    return visits.values().stream().allMatch(visit -> visit.kind() == SightingKind.CLOSE);
  }

  /** Requires that what was told twice was the same. */
  public void mustNotContradictItself() {
    assertThat(contradictions).isEmpty();
  }

  /** Requires that another job has told the same, and that this one has not contradicted itself. */
  public void mustEqual(Told undisturbed) {
    mustNotContradictItself();
    long carried =
        verdicts.values().stream()
            .flatMap(verdict -> verdict.faces().stream())
            .filter(face -> face.carriedFrom() != null)
            .count();
    assertThat(carried).as("faces with the identity of their track").isPositive();
    List<String> different =
        undisturbed.verdicts.values().stream()
            .filter(verdict -> !verdict.equals(verdicts.get(verdict.verdictId())))
            .map(verdict -> verdicts.get(verdict.verdictId()) + "\n  undisturbed " + verdict)
            .toList();
    assertThat(different.stream().limit(SHOWN))
        .as("%d of %d verdicts differ", different.size(), verdicts.size())
        .isEmpty();
    assertThat(verdicts.keySet()).isEqualTo(undisturbed.verdicts.keySet());
    assertThat(visits).as("visits").isNotEmpty().isEqualTo(undisturbed.visits);
    System.out.printf(
        Locale.ROOT,
        "   %,d verdicts, %,d faces carried, %,d visits, as undisturbed%n",
        verdicts.size(),
        carried,
        visits.size());
  }

  private void takeVerdict(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Verdict verdict = withoutClock(Json.fromBytes(record.value(), Verdict.class));
    Verdict before = verdicts.put(verdict.verdictId(), verdict);
    if (before != null && !before.equals(verdict)) {
      contradictions.add(before + " was repeated as " + verdict);
    }
  }

  /** A step may be repeated, in the order of the steps; the last one counts. */
  private void takeSighting(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Sighting sighting = Json.fromBytes(record.value(), Sighting.class);
    visits.put(sighting.sightingId(), sighting);
  }

  private static Verdict withoutClock(Verdict verdict) {
    return new Verdict(
        verdict.schema(),
        verdict.verdictId(),
        verdict.cameraId(),
        verdict.frame(),
        verdict.outcome(),
        verdict.faces(),
        verdict.unrecorded(),
        verdict.models(),
        verdict.gallery(),
        null,
        verdict.reduced());
  }
}
