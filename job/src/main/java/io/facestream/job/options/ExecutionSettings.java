package io.facestream.job.options;

import io.facestream.job.records.SkippedRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How Flink runs the job. */
final class ExecutionSettings {
  @Option(
      names = "--parallelism",
      paramLabel = "P",
      description = "Subtasks of each operator, and slices of the gallery. Default: the cluster's.")
  Integer parallelism;

  @Option(
      names = "--max-parallelism",
      paramLabel = "N",
      defaultValue = "256",
      description =
          "The most subtasks the job can ever be rescaled to; fixed with the first savepoint."
              + " Default: ${DEFAULT-VALUE}.")
  int maxParallelism;

  @Option(
      names = "--separate-embedding",
      arity = "0..1",
      paramLabel = "true|false",
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Embed in a task of its own, to be scaled apart from detection; costs a hop of the crops."
              + " Default: ${DEFAULT-VALUE}.")
  boolean separateEmbedding;

  @Option(
      names = "--buffer-timeout",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "5ms",
      description =
          "How long a record may wait for company before it is sent on. Default: ${DEFAULT-VALUE}.")
  Duration bufferTimeout;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "10s",
      description = "Time from one checkpoint to the next. Default: ${DEFAULT-VALUE}.")
  Duration checkpointInterval;

  @Option(
      names = "--skip",
      paramLabel = "RECORD",
      split = ",",
      description =
          "A record that makes the job fail, to go to the dead letters unread:"
              + " frames:PARTITION:OFFSET, gallery:PARTITION:OFFSET, policies:PARTITION:OFFSET or"
              + " gallery:PERSON/PHOTO; may be repeated.")
  List<String> skip = new ArrayList<>();

  @Option(
      names = {"-D", "--flink"},
      paramLabel = "KEY=VALUE",
      description = "A further Flink setting for this job.")
  Map<String, String> flinkSettings = new LinkedHashMap<>();

  void validate(CommandLine command) {
    try {
      skippedRecords();
    } catch (IllegalArgumentException e) {
      Check.that(command, false, "--skip: " + e.getMessage());
    }
    Check.between(command, "--max-parallelism", maxParallelism, 1, 32768);
    Check.between(command, "--parallelism", parallelism, 1, maxParallelism);
    Check.between(
        command, "--buffer-timeout", bufferTimeout, Duration.ZERO, Duration.ofSeconds(10));
    Check.between(
        command,
        "--checkpoint-interval",
        checkpointInterval,
        Duration.ofMillis(100),
        Duration.ofDays(1));
  }

  SkippedRecords skippedRecords() {
    return new SkippedRecords(skip);
  }
}
