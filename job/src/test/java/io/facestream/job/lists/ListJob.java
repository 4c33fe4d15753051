package io.facestream.job.lists;

import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.analysers.AnalyserOpener;
import io.facestream.job.io.Sources;
import io.facestream.job.options.JobOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on lists, running. */
final class ListJob implements AutoCloseable {
  private final MiniCluster cluster;
  private final JobID id;
  private final CompletableFuture<JobResult> result;

  private ListJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
    this.result = cluster.requestJobResult(id);
  }

  /** A cluster of this JVM, on a free port. */
  static MiniCluster clusterOf(int slots) {
    Configuration anyPort = new Configuration();
    anyPort.set(RestOptions.BIND_PORT, "0");
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(anyPort)
            .setNumSlotsPerTaskManager(slots)
            .build());
  }

  /**
   * Starts it.
   *
   * @param savepoint where from, or null
   * @param silenceMillis how long somebody may be out of sight within a visit
   * @param further options of the job
   */
  static ListJob start(
      MiniCluster cluster,
      int parallelism,
      Path checkpoints,
      String savepoint,
      Sources sources,
      Answers answers,
      long silenceMillis,
      String... further)
      throws Exception {
    Stream<String> usual =
        Stream.of("--pack", SceneFrames.PACK, "--visit-silence", silenceMillis + "ms");
    return start(
        cluster,
        parallelism,
        checkpoints,
        savepoint,
        sources,
        answers,
        Stream.concat(usual, Stream.of(further)).toArray(String[]::new));
  }

  /**
   * Starts it.
   *
   * @param savepoint where from, or null
   * @param further options of the job, its pack among them
   */
  static ListJob start(
      MiniCluster cluster,
      int parallelism,
      Path checkpoints,
      String savepoint,
      Sources sources,
      Answers answers,
      String... further)
      throws Exception {
    return start(
        cluster,
        parallelism,
        checkpoints,
        savepoint,
        sources,
        answers,
        AnalyserOpener.fromFiles(null),
        further);
  }

  /**
   * The same with analysers from elsewhere.
   *
   * @param opener loads them
   */
  static ListJob start(
      MiniCluster cluster,
      int parallelism,
      Path checkpoints,
      String savepoint,
      Sources sources,
      Answers answers,
      AnalyserOpener opener,
      String... further)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(further));
    arguments.addAll(List.of("--parallelism", Integer.toString(parallelism)));
    arguments.addAll(List.of("--checkpoint-interval", "100ms"));
    JobOptions options = JobOptions.parse(arguments.toArray(String[]::new));
    Configuration settings = JobEnvironment.configuration(options);
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    FacestreamJob.build(env, sources, new ListSinks(answers.id()), options, opener);
    JobID id = cluster.submitJob(env.getStreamGraph().getJobGraph()).get().getJobID();
    return new ListJob(cluster, id);
  }

  /** Waits for something that the job brings about; fails with the job. */
  void await(BooleanSupplier condition) throws Exception {
    while (!condition.getAsBoolean()) {
      if (result.isDone()) {
        result.get().toJobExecutionResult(getClass().getClassLoader());
        throw new IllegalStateException("The job has ended");
      }
      Thread.sleep(5);
    }
  }

  /** Waits until the last frame is answered, and all that follows from it is told. */
  void awaitEndOf(int frames, Answers answers) throws Exception {
    await(() -> answers.frames() == frames);
    await(answers::visitsAreOver);
    // What the frames before it open is out with a checkpoint, and soon closed.
    checkpoint();
    await(answers::visitsAreOver);
  }

  /** Takes a checkpoint and waits for it. */
  void checkpoint() throws Exception {
    untilDone(() -> cluster.triggerCheckpoint(id));
  }

  /** Tries again: a task that is just coming to its end, as a list's does, declines. */
  private String untilDone(Supplier<CompletableFuture<String>> attempt) throws Exception {
    AtomicReference<String> path = new AtomicReference<>();
    await(
        () -> {
          path.set(attempt.get().exceptionally(declined -> null).join());
          return path.get() != null;
        });
    return path.get();
  }

  /** Ends it and says where its state lies. */
  String stopWithSavepoint(Path folder) throws Exception {
    String target = folder.toUri().toString();
    String savepoint =
        untilDone(
            () -> cluster.stopWithSavepoint(id, target, false, SavepointFormatType.CANONICAL));
    result.get();
    return savepoint;
  }

  @Override
  public void close() throws Exception {
    if (!result.isDone()) {
      cluster.cancelJob(id).exceptionally(ended -> null).get();
      result.get();
    }
  }
}
