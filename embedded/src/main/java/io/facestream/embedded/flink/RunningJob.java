package io.facestream.embedded.flink;

import io.facestream.embedded.EmbeddedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.clusterframework.ApplicationStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job on an {@link EmbeddedFlink}. A job may end by itself at any moment, also while it is being
 * asked to: whatever ends it here bears that.
 */
public final class RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MiniCluster cluster;
  private final JobID id;
  private final CompletableFuture<JobResult> result;

  /** A job that was submitted to a cluster of this JVM. */
  public RunningJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
    this.result = cluster.requestJobResult(id);
  }

  /** Why the job ended, in one line; empty while it runs and after {@link #cancel()}. */
  public Optional<String> failure() {
    if (!result.isDone()) {
      return Optional.empty();
    }
    if (result.isCompletedExceptionally()) {
      return Optional.of("the cluster is gone");
    }
    return result
        .join()
        .getSerializedThrowable()
        .map(FlinkFailure::inOneLine)
        .filter(line -> result.join().getApplicationStatus() != ApplicationStatus.CANCELED);
  }

  /**
   * Fails when the job has.
   *
   * @throws EmbeddedException with the cause in one line
   */
  public void requireHealthy() {
    failure()
        .ifPresent(
            line -> {
              throw new EmbeddedException("The job failed: " + line);
            });
  }

  /** Whether the job runs no more. */
  public boolean isOver() {
    return result.isDone();
  }

  /**
   * Waits until every task has opened its models and state and is ready for records.
   *
   * @throws EmbeddedException when the job fails instead
   */
  public void awaitRunning() throws InterruptedException {
    while (!allTasksRun()) {
      requireHealthy();
      Thread.sleep(POLL.toMillis());
    }
  }

  /**
   * Takes a checkpoint and waits for it: whatever the job has answered is on the topics afterwards.
   *
   * @return false when the job ended before, or did not manage within half a minute
   */
  public boolean checkpoint() throws InterruptedException {
    return await(() -> cluster.triggerCheckpoint(id), "checkpoint");
  }

  /**
   * Lets the job come to an end as if its input had: it answers what it has read, event time ends,
   * and whatever it has answered is on the topics afterwards. The job may refuse, as when a
   * checkpoint is under way, and is then asked again.
   *
   * @param folder where it may leave its state
   * @return false when the job ended before, or did not manage within half a minute
   */
  public boolean drain(Path folder) throws InterruptedException {
    String target = folder.toUri().toString();
    long begun = System.nanoTime();
    while (!await(
        () -> cluster.stopWithSavepoint(id, target, true, SavepointFormatType.NATIVE), "drain")) {
      if (isOver() || System.nanoTime() - begun > PATIENCE.toNanos()) {
        return false;
      }
      Thread.sleep(POLL.toMillis());
    }
    return await(() -> result, "end after draining");
  }

  /**
   * Writes the job's state to a folder, in the backend's own format, ends the job and waits until
   * it has ended.
   *
   * @return where the savepoint lies
   * @throws EmbeddedException when the job cannot take one
   */
  public String stopWithSavepoint(Path folder) throws InterruptedException {
    return stopWithSavepoint(folder, SavepointFormatType.NATIVE);
  }

  /** The same in a format of one's choice. */
  public String stopWithSavepoint(Path folder, SavepointFormatType format)
      throws InterruptedException {
    try {
      String savepoint =
          cluster.stopWithSavepoint(id, folder.toUri().toString(), false, format).get();
      // The savepoint is there before the job is over.
      await(() -> result, "end after its savepoint");
      return savepoint;
    } catch (ExecutionException e) {
      throw new EmbeddedException("The job took no savepoint: " + FlinkFailure.inOneLine(e), e);
    }
  }

  /**
   * Cancels the job and waits until it has ended, however it does; does nothing when it already
   * has.
   */
  public void cancel() throws InterruptedException {
    if (!isOver()) {
      // Refused when the job is ending by itself just now; so wait for its end in any case.
      await(() -> cluster.cancelJob(id), "cancel");
      await(() -> result, "end after cancelling");
    }
  }

  private boolean allTasksRun() throws InterruptedException {
    try {
      AccessExecutionGraph graph = cluster.getExecutionGraph(id).get();
      // A job that is still being set up has no tasks at all.
      if (graph.getState() != JobStatus.RUNNING) {
        return false;
      }
      for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
        if (task.getExecutionState() != ExecutionState.RUNNING) {
          return false;
        }
      }
      return true;
    } catch (ExecutionException e) {
      throw new EmbeddedException("The job is gone: " + FlinkFailure.inOneLine(e), e);
    }
  }

  private boolean await(Supplier<CompletableFuture<?>> step, String what)
      throws InterruptedException {
    try {
      step.get().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | IllegalStateException e) {
      // Also when the whole cluster is gone.
      LOG.info("The job did not {}: {}", what, FlinkFailure.inOneLine(e));
      return false;
    } catch (TimeoutException e) {
      LOG.warn("The job did not {} within {} s", what, PATIENCE.toSeconds());
      return false;
    }
  }
}
