package io.facestream.job.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.CoordinatorStore;
import org.apache.flink.runtime.operators.coordination.CoordinatorStoreImpl;
import org.apache.flink.runtime.operators.coordination.MockOperatorCoordinatorContext;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.source.event.NoMoreSplitsEvent;
import org.apache.flink.runtime.source.event.SourceEventWrapper;
import org.junit.jupiter.api.Test;

class SliceCoordinatorTest {
  private static final int SLICES = 3;
  private static final OperatorID OPERATOR = new OperatorID();

  private final Source source = new Source();
  private CoordinatorStore store = new CoordinatorStoreImpl();
  private final MockOperatorCoordinatorContext context =
      new MockOperatorCoordinatorContext(OPERATOR, SLICES) {
        @Override
        public CoordinatorStore getCoordinatorStore() {
          return store;
        }
      };
  private final OperatorCoordinator slices =
      new SliceCoordinator.Provider(OPERATOR).create(context);

  SliceCoordinatorTest() {
    store.putIfAbsent(GatedSource.LISTENER, source);
  }

  @Test
  void shouldOpenTheGateWithTheLastSlice() throws Exception {
    ready(0);
    ready(2);
    ready(2);
    assertThat(source.told).isEmpty();
    ready(1);
    assertThat(source.told).containsExactly(GateSignal.OPEN);
  }

  @Test
  void shouldOpenItAgainForReadersThatMissedIt() throws Exception {
    ready(0, 1, 2);
    ready(0);
    assertThat(source.told).containsExactly(GateSignal.OPEN, GateSignal.OPEN);
  }

  @Test
  void shouldCloseTheGateWhenASliceFailsUntilItIsReadyAgain() throws Exception {
    ready(0, 1, 2);
    slices.executionAttemptFailed(1, 0, new IllegalStateException("why"));
    slices.subtaskReset(1, 7);
    ready(0);
    assertThat(source.told).containsExactly(GateSignal.OPEN, GateSignal.CLOSED, GateSignal.CLOSED);
    ready(1);
    assertThat(source.told).endsWith(GateSignal.OPEN);
  }

  @Test
  void shouldForgetAllSlicesWhenTheJobIsRestored() throws Exception {
    ready(0, 1, 2);
    slices.resetToCheckpoint(7, new byte[0]);
    ready(0, 1);
    assertThat(source.told).containsExactly(GateSignal.OPEN);
    ready(2);
    assertThat(source.told).containsExactly(GateSignal.OPEN, GateSignal.OPEN);
  }

  @Test
  void shouldBearASourceWithoutAGate() throws Exception {
    store = new CoordinatorStoreImpl();
    ready(0, 1, 2);
    assertThat(context.isJobFailed()).isFalse();
  }

  @Test
  void shouldFailTheJobWhenTheSourceDoes() throws Exception {
    source.failure = new IllegalStateException("the source's trouble");
    ready(0, 1, 2);
    assertThat(context.getJobFailureReason()).isSameAs(source.failure);
  }

  @Test
  void shouldRefuseWhatNoSliceSends() {
    assertThatThrownBy(() -> slices.handleEventFromOperator(0, 0, new NoMoreSplitsEvent()))
        .hasMessageStartingWith("Slices send no ");
  }

  private void ready(int... subtasks) throws Exception {
    for (int subtask : subtasks) {
      slices.handleEventFromOperator(subtask, 0, SliceReady.READY);
    }
  }

  /** The coordinator of the source, as far as it is told something. */
  private static final class Source implements OperatorCoordinator {
    private final List<Object> told = new ArrayList<>();
    private Exception failure;

    @Override
    public void handleEventFromOperator(int subtask, int attemptNumber, OperatorEvent event)
        throws Exception {
      if (failure != null) {
        throw failure;
      }
      told.add(((SourceEventWrapper) event).getSourceEvent());
    }

    @Override
    public void start() {}

    @Override
    public void checkpointCoordinator(long checkpointId, CompletableFuture<byte[]> result) {}

    @Override
    public void notifyCheckpointComplete(long checkpointId) {}

    @Override
    public void resetToCheckpoint(long checkpointId, byte[] checkpointData) {}

    @Override
    public void subtaskReset(int subtask, long checkpointId) {}

    @Override
    public void executionAttemptFailed(int subtask, int attemptNumber, Throwable reason) {}

    @Override
    public void executionAttemptReady(int subtask, int attemptNumber, SubtaskGateway gateway) {}

    @Override
    public void close() {}
  }
}
