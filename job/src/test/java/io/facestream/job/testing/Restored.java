package io.facestream.job.testing;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What a subtask gets of a state that all former subtasks have left. */
public final class Restored {
  private Restored() {}

  /**
   * Gives an operator its part, as after a failure or a rescaling.
   *
   * @param states the states of all former subtasks, or null to begin without
   */
  public static void from(
      List<OperatorSubtaskState> states,
      AbstractStreamOperatorTestHarness<?> harness,
      int maxParallelism,
      int parallelism,
      int subtask)
      throws Exception {
    if (states != null) {
      OperatorSubtaskState all =
          AbstractStreamOperatorTestHarness.repackageState(
              states.toArray(OperatorSubtaskState[]::new));
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              all, maxParallelism, states.size(), parallelism, subtask));
    }
  }
}
