package io.facestream.quickstart.demo;

import io.facestream.client.KafkaConnection;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ingest.camera.Camera;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Alert;
import io.facestream.wire.Json;
import io.facestream.wire.Sighting;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real broker and a real cluster, started once for all tests, with topics of its own for each.
 */
final class Stage implements AutoCloseable {
  private static final int SLOTS = 4;

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final EmbeddedFlink flink = EmbeddedFlink.start(SLOTS, 0);
  private final AtomicInteger runs = new AtomicInteger();

  /** What came of a run. */
  record Performance(
      List<Verdict> verdicts,
      List<Alert> alerts,
      List<Sighting> sightings,
      List<Refusal> refusals,
      String said) {

    /** Of each visit what was told last. */
    List<Sighting> visits() {
      Map<String, Sighting> visits = new LinkedHashMap<>();
      sightings.forEach(step -> visits.put(step.sightingId(), step));
      return List.copyOf(visits.values());
    }
  }

  /** Hands the stage to tests that ask for one. */
  static final class Hands implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      var everyTest = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
      return everyTest.getOrComputeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
    }
  }

  EmbeddedFlink flink() {
    return flink;
  }

  /** Topics that no other test uses. */
  RunTopics newTopics() {
    return new RunTopics(
        KafkaConnection.to(kafka.bootstrapServers()), "run-" + runs.incrementAndGet() + ".");
  }

  /** Runs the demo on a video until its end. */
  Performance play(Path video, Path gallery, String pack, int parallelism) throws Exception {
    return play(CameraList.of(Map.of(), List.of(video), true), gallery, pack, parallelism);
  }

  /** Runs the demo until its cameras' end. */
  Performance play(List<Camera> cameras, Path gallery, String pack, int parallelism)
      throws Exception {
    return play(cameras, gallery, pack, parallelism, List.of());
  }

  /** The same with options of the job. */
  Performance play(
      List<Camera> cameras, Path gallery, String pack, int parallelism, List<String> jobOptions)
      throws Exception {
    StringWriter said = new StringWriter();
    try (TempFolder folder = TempFolder.create("facestream-test-");
        StopSignal never = new StopSignal()) {
      Path alerts = folder.path().resolve("alerts.jsonl");
      Path sightings = folder.path().resolve("sightings.jsonl");
      Path verdicts = folder.path().resolve("verdicts.jsonl");
      Path deadLetters = folder.path().resolve("dead-letters.jsonl");
      DemoOutputs outputs = new DemoOutputs(alerts, sightings, verdicts, deadLetters, null);
      DemoPlan plan =
          new DemoPlan(cameras, gallery, pack, null, jobOptions, parallelism, true, outputs);
      PrintWriter out = new PrintWriter(said);
      new DemoRun(plan, newTopics(), flink, never, out, out).run();
      return new Performance(
          read(verdicts, Verdict.class),
          read(alerts, Alert.class),
          read(sightings, Sighting.class),
          read(deadLetters, Refusal.class),
          said.toString());
    }
  }

  @Override
  public void close() {
    try (kafka) {
      flink.close();
    }
  }

  private static <T> List<T> read(Path jsonLines, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : Files.readAllLines(jsonLines)) {
      records.add(Json.fromBytes(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), type));
    }
    return records;
  }
}
