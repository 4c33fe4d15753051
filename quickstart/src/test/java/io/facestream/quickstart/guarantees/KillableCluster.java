package io.facestream.quickstart.guarantees;

import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.io.Sources;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import io.facestream.job.options.TopicOptions;
import io.facestream.onejvm.RunTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker and a cluster whose TaskManager can be killed, and whose jobs survive it. */
final class KillableCluster implements BeforeAllCallback {
  private SharedCluster shared;

  @Override
  public void beforeAll(ExtensionContext context) {
    shared = SharedCluster.of(context);
  }

  /** Topics that no other test uses. */
  RunTopics newTopics() {
    return shared.newTopics();
  }

  Path folder() {
    return shared.folder();
  }

  /** Starts the job without state, reading Kafka as in production. */
  TestJob start(RunTopics topics, int parallelism, String... options) throws Exception {
    return start(topics, parallelism, UnaryOperator.identity(), null, options);
  }

  /**
   * Starts the job.
   *
   * @param between changes the sources on their way into the job
   * @param savepoint where to start from, or null
   */
  TestJob start(
      RunTopics topics,
      int parallelism,
      UnaryOperator<Sources> between,
      String savepoint,
      String... more)
      throws Exception {
    JobOptions options = JobOptions.parse(arguments(topics, parallelism, more));
    return submit(
        options,
        savepoint,
        env ->
            FacestreamJob.build(
                env, between.apply(new KafkaSources(options)), new KafkaSinks(options), options));
  }

  /** Starts a job that leaves the state of the gallery as an earlier version did. */
  TestJob startEarlierVersion(RunTopics topics, int parallelism) throws Exception {
    JobOptions options = JobOptions.parse(arguments(topics, parallelism));
    return submit(options, null, env -> EarlierVersion.build(env, options));
  }

  private TestJob submit(
      JobOptions options, String savepoint, Consumer<StreamExecutionEnvironment> dataflow)
      throws Exception {
    Configuration settings = JobEnvironment.configuration(options);
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder().resolve("ckp").toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 5);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    dataflow.accept(env);
    return shared.submit(env.getStreamGraph());
  }

  private static String[] arguments(RunTopics topics, int parallelism, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers",
                topics.bootstrapServers(),
                "--group-id",
                topics.prefix() + "facestream",
                "--pack",
                Inputs.PACK,
                // What is seen is beside the point; that it is quick is not.
                "--detector-long-side",
                "128",
                // Each frame tells what was in the gallery then.
                "--tracks",
                "off",
                "--parallelism",
                Integer.toString(parallelism),
                "--checkpoint-interval",
                "200ms"));
    arguments.addAll(TopicOptions.argumentsFor(topics.all()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--frames-from")) {
      arguments.addAll(List.of("--frames-from", "earliest"));
    }
    return arguments.toArray(String[]::new);
  }

  /** Kills the TaskManager with all subtasks on it, and starts another one. */
  void killTaskManager() throws Exception {
    shared.killTaskManager();
  }
}
