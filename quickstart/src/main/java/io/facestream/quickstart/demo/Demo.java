package io.facestream.quickstart.demo;

import io.facestream.client.KafkaConnection;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.Vision;
import io.facestream.vision.store.DownloadListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts everything in this JVM, runs a plan, and leaves nothing behind. */
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final PrintWriter out;
  private final PrintWriter notes;
  private final DownloadListener downloads;
  private final int kafkaPort;
  private final int webPort;
  private final OptionalInt consolePort;

  /**
   * A demo that talks to a person.
   *
   * @param out for who comes and goes, and the summary
   * @param notes for what is done meanwhile
   * @param downloads told how those of the models get on
   * @param kafkaPort port of the broker, 0 for a free one
   * @param webPort port of Flink's web UI; another is used when it is taken
   * @param consolePort port of the console, another when it is taken; empty for no console
   */
  Demo(
      PrintWriter out,
      PrintWriter notes,
      DownloadListener downloads,
      int kafkaPort,
      int webPort,
      OptionalInt consolePort) {
    this.out = out;
    this.notes = notes;
    this.downloads = downloads;
    this.kafkaPort = kafkaPort;
    this.webPort = webPort;
    this.consolePort = consolePort;
  }

  /** Runs a plan; returns when its input has ended or somebody pressed Ctrl-C. */
  void run(DemoPlan plan, StopSignal stop) throws Exception {
    DemoChecks.requireUsable(plan);
    // Shared with loader and job; opened first because it may download, or find a file damaged.
    try (Vision models = Vision.open(plan.pack(), plan.models(), downloads)) {
      LOG.info("Models of pack {} are loaded", models.pack().name());
      runOnOwnCluster(plan, stop);
    }
  }

  private void runOnOwnCluster(DemoPlan plan, StopSignal stop) throws Exception {
    say("Starting Kafka and Flink ...");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(kafkaPort);
        EmbeddedFlink flink = EmbeddedFlink.start(plan.parallelism(), webPort)) {
      say(
          String.format(
              Locale.ROOT,
              "Kafka: %s, Flink's web UI: %s",
              kafka.bootstrapServers(),
              flink.webUi()));
      RunTopics topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
      DemoRun run = new DemoRun(plan, topics, flink, stop, out, notes);
      if (consolePort.isEmpty()) {
        run.run();
        return;
      }
      topics.create(!plan.untilEnd());
      try (DemoConsole console = DemoConsole.start(plan, topics, consolePort.getAsInt())) {
        say("Console, to log in once, within ten minutes: " + console.link());
        run.run();
      }
    }
  }

  private void say(String line) {
    notes.println(line);
    notes.flush();
  }
}
