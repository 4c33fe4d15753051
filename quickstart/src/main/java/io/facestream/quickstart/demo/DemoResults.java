package io.facestream.quickstart.demo;

import io.facestream.client.follow.TopicFollower;
import io.facestream.onejvm.RunTopics;
import io.facestream.quickstart.annotate.FrameAnnotator;
import io.facestream.wire.Json;
import io.facestream.wire.Sighting;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that is done with the job's answers: lines, files, pictures, counts. */
final class DemoResults implements AutoCloseable {
  private static final Duration VERDICTS_PATIENCE = Duration.ofMillis(50);

  private final PrintWriter out;
  private final VisitLines lines = new VisitLines(ZoneId.systemDefault());
  private final Tally tally;
  private final JsonLines alertsFile;
  private final JsonLines sightingsFile;
  private final JsonLines verdictsFile;
  private final JsonLines deadLettersFile;
  private final boolean deadLettersWanted;
  private final FrameAnnotator annotator;
  private final TopicFollower verdictFollower;
  private final TopicFollower alertFollower;

  private DemoResults(RunTopics topics, DemoPlan plan, PrintWriter out) {
    DemoOutputs outputs = plan.outputs();
    this.out = out;
    this.tally = new Tally(new PictureOrigins(plan.cameras())::of, !plan.untilEnd());
    this.alertsFile = JsonLines.open(outputs.alerts());
    this.sightingsFile = JsonLines.open(outputs.sightings());
    this.verdictsFile = JsonLines.open(outputs.verdicts());
    this.deadLettersFile = JsonLines.open(outputs.deadLetters());
    this.deadLettersWanted = outputs.deadLetters() != null;
    this.annotator =
        outputs.annotate() == null
            ? null
            : new FrameAnnotator(topics.connection(), topics.frames(), outputs.annotate());
    // Two readers: drawing pictures takes time, and whoever comes is not to wait for it.
    this.verdictFollower =
        TopicFollower.start(
            topics.connection(), VERDICTS_PATIENCE, Map.of(topics.verdicts(), this::takeVerdict));
    this.alertFollower =
        TopicFollower.start(
            topics.connection(),
            Duration.ZERO,
            Map.of(
                topics.alerts(),
                this::takeAlert,
                topics.sightings(),
                this::takeSighting,
                topics.framesDlq(),
                record -> tally.addRefusedFrame(taken(record)),
                topics.galleryDlq(),
                record -> tally.addRefusedTemplate(taken(record))));
  }

  /** Starts to follow the job's answers. */
  static DemoResults follow(RunTopics topics, DemoPlan plan, PrintWriter out) {
    return new DemoResults(topics, plan, out);
  }

  Tally tally() {
    return tally;
  }

  /** Throws what went wrong while taking an answer. */
  void requireHealthy() throws Exception {
    verdictFollower.requireHealthy();
    alertFollower.requireHealthy();
  }

  /** Takes every answer that is on the topics by now. */
  void drain() throws Exception {
    verdictFollower.drain();
    alertFollower.drain();
  }

  @Override
  public void close() throws IOException {
    verdictFollower.close();
    alertFollower.close();
    alertsFile.close();
    sightingsFile.close();
    verdictsFile.close();
    deadLettersFile.close();
    if (annotator != null) {
      annotator.close();
    }
  }

  private void takeVerdict(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Verdict verdict = Json.fromBytes(record.value(), Verdict.class);
    verdictsFile.add(record.value());
    if (annotator != null) {
      annotator.annotate(verdict);
    }
    tally.add(verdict);
  }

  private void takeAlert(ConsumerRecord<byte[], byte[]> record) {
    alertsFile.add(record.value());
    tally.addAlert();
  }

  private void takeSighting(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Sighting sighting = Json.fromBytes(record.value(), Sighting.class);
    sightingsFile.add(record.value());
    tally.add(sighting);
    lines.of(sighting).ifPresent(out::println);
    out.flush();
  }

  private Refusal taken(ConsumerRecord<byte[], byte[]> letter) throws IOException {
    Refusal refusal = Refusal.of(letter);
    if (deadLettersWanted) {
      deadLettersFile.add(Json.toBytes(refusal));
    }
    return refusal;
  }
}
