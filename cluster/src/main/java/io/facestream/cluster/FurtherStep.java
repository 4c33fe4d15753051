package io.facestream.cluster;

import java.nio.file.Path;

/**
 * What can be done with a cluster after a failure. The message of the failure says it in words; who
 * has commands tells with which of them.
 *
 * @param kind what to do
 * @param folder of the cluster
 * @param subject the name of a process or the id of a job; null where there is none
 */
public record FurtherStep(Kind kind, Path folder, String subject) {

  /** What can be done. */
  public enum Kind {
    /** Start the cluster. */
    START_CLUSTER,
    /** End the cluster. */
    END_CLUSTER,
    /** See what runs. */
    SHOW,
    /** Start the process of that name. */
    START_PROCESS,
    /** Start a job. */
    SUBMIT,
    /** Start a job from a savepoint. */
    SUBMIT_FROM_SAVEPOINT,
    /** End the job of that id without a savepoint. */
    CANCEL
  }

  static FurtherStep of(Kind kind, Path folder) {
    return new FurtherStep(kind, folder, null);
  }
}
