package io.facestream.cluster.cli;

import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.Overview;
import java.util.List;

/**
 * What the Flink cluster has. The names are those of {@code status --json}.
 *
 * @param taskManagers registered
 * @param slots of all of them
 * @param freeSlots not used by a job
 * @param jobs that have not ended
 */
record FlinkFacts(int taskManagers, int slots, int freeSlots, List<JobFacts> jobs) {
  /**
   * Asks Flink for all of it.
   *
   * @throws io.facestream.cluster.rest.RestException when no leading JobManager answers
   */
  static FlinkFacts of(FlinkRest flink) {
    Overview overview = flink.overview();
    return new FlinkFacts(
        overview.taskManagers(),
        overview.slots(),
        overview.freeSlots(),
        flink.jobs().live().stream().map(job -> JobFacts.of(flink, job)).toList());
  }
}
