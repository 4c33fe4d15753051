package io.facestream.job;

import io.facestream.job.options.JobOptions;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The execution settings that belong to the job and not to a cluster. */
public final class JobEnvironment {
  private JobEnvironment() {}

  /** An environment on whatever this runs in: a cluster's client, or a cluster within this JVM. */
  public static StreamExecutionEnvironment create(JobOptions options) {
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration(options));
  }

  /** What the job needs of any environment it runs in. */
  public static Configuration configuration(JobOptions options) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.NAME, "Facestream");
    settings.set(PipelineOptions.MAX_PARALLELISM, options.maxParallelism());
    options.parallelism().ifPresent(p -> settings.setString("parallelism.default", "" + p));
    // No operator keeps or changes a record it has passed on, so none needs a copy.
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    // A record that fell back to Kryo would be slow and could not evolve: fail instead.
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    // Flink's default of 100 ms would be most of an alert's way.
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, options.bufferTimeout());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    // Without it, operator list state is restored a byte per system call.
    settings.setString("execution.checkpointing.snapshot-compression", "true");
    settings.addAll(Configuration.fromMap(Map.copyOf(options.flinkSettings())));
    return settings;
  }
}
