package io.facestream.onejvm;

import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as it runs on any cluster, submitted to the one in this JVM. */
public final class JobOnTopics {
  private JobOnTopics() {}

  /**
   * Starts the job.
   *
   * @param models folder to look for the models in first, or null
   */
  public static RunningJob submit(
      EmbeddedFlink flink, RunTopics topics, String pack, Path models, int subtasks)
      throws InterruptedException {
    return submit(flink, topics, pack, models, subtasks, null);
  }

  /**
   * Starts the job from a savepoint, or with options of one's own.
   *
   * @param savepoint where it lies, or null to start without state
   * @param more further options of the job
   */
  public static RunningJob submit(
      EmbeddedFlink flink,
      RunTopics topics,
      String pack,
      Path models,
      int subtasks,
      String savepoint,
      String... more)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>(topics.jobArguments());
    arguments.addAll(List.of("--pack", pack, "--parallelism", Integer.toString(subtasks)));
    if (models != null) {
      arguments.addAll(List.of("--models", models.toString()));
    }
    arguments.addAll(List.of(more));
    JobOptions options = JobOptions.parse(arguments.toArray(String[]::new));
    Configuration settings = flink.jobSettings();
    settings.addAll(JobEnvironment.configuration(options));
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    FacestreamJob.build(env, new KafkaSources(options), new KafkaSinks(options), options);
    return flink.submit(env);
  }
}
