package io.facestream.job.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.source.event.SourceEventWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the slices that are ready and opens the source's gate with the last one. Lives in the
 * JobManager and is called by its main thread alone; has no state, because slices tell anew.
 */
public final class SliceCoordinator implements OperatorCoordinator {
  private static final Logger LOG = LoggerFactory.getLogger(SliceCoordinator.class);

  private final Context context;
  private final Set<Integer> readySlices = new HashSet<>();

  private SliceCoordinator(Context context) {
    this.context = context;
  }

  @Override
  public void handleEventFromOperator(int subtask, int attemptNumber, OperatorEvent event)
      throws Exception {
    if (event != SliceReady.READY) {
      throw new IllegalArgumentException("Slices send no " + event);
    }
    boolean news = readySlices.add(subtask);
    if (readySlices.size() == context.currentParallelism()) {
      if (news) {
        LOG.info("All {} slices have read the gallery", readySlices.size());
      }
      tellSource(GateSignal.OPEN);
    }
  }

  @Override
  public void subtaskReset(int subtask, long checkpointId) {
    forget(subtask);
  }

  @Override
  public void executionAttemptFailed(int subtask, int attemptNumber, Throwable reason) {
    forget(subtask);
  }

  private void forget(int subtask) {
    readySlices.remove(subtask);
    // Before the readers of the next attempt register: both come by the source's one thread.
    tellSource(GateSignal.CLOSED);
  }

  @Override
  public void resetToCheckpoint(long checkpointId, byte[] checkpointData) {
    // The source's coordinator is made anew then, with its gate closed.
    readySlices.clear();
  }

  private void tellSource(GateSignal signal) {
    // Sources other than Kafka have no gate; then the slices hold what comes too early.
    if (context.getCoordinatorStore().get(GatedSource.LISTENER)
        instanceof OperatorCoordinator source) {
      try {
        source.handleEventFromOperator(0, 0, new SourceEventWrapper(signal));
      } catch (RejectedExecutionException e) {
        // It is being replaced; the next one begins closed, and the slices tell it again.
        LOG.info("The source's coordinator is being closed; {} goes to the next one", signal);
      } catch (Exception e) {
        context.failJob(e);
      }
    }
  }

  @Override
  public void start() {}

  @Override
  public void checkpointCoordinator(long checkpointId, CompletableFuture<byte[]> result) {
    result.complete(new byte[0]);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {}

  @Override
  public void executionAttemptReady(int subtask, int attemptNumber, SubtaskGateway gateway) {}

  @Override
  public void close() {}

  /** Makes the coordinator of an operator. */
  public static final class Provider implements OperatorCoordinator.Provider {
    private static final long serialVersionUID = 1L;

    private final OperatorID operator;

    public Provider(OperatorID operator) {
      this.operator = operator;
    }

    @Override
    public OperatorID getOperatorId() {
      return operator;
    }

    @Override
    public OperatorCoordinator create(Context context) {
      return new SliceCoordinator(context);
    }
  }
}
