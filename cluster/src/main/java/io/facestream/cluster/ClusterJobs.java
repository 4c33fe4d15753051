package io.facestream.cluster;

import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.JobRun;
import io.facestream.cluster.rest.JobStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The job of a cluster: submitted by the calls of the web UI. */
public final class ClusterJobs {
  private static final Duration TO_RUN = Duration.ofMinutes(3);
  private static final String BROKER_OPTION = "--bootstrap-servers";

  private final LocalCluster cluster;
  private final FlinkRest flink;

  ClusterJobs(LocalCluster cluster) {
    this.cluster = cluster;
    this.flink = cluster.flink();
  }

  /**
   * Uploads the job jar of this build and runs it; the broker is the cluster's unless the options
   * name another.
   *
   * @return the job's id; it may not run yet
   */
  public String submit(JobRun run) {
    return submit(Distribution.find().jobJar(), run);
  }

  /** Uploads a jar and runs it. */
  public String submit(Path jar, JobRun run) {
    try {
      return run(flink.jars().upload(jar), run);
    } catch (IOException e) {
      throw new ClusterException("Cannot read " + jar + ": " + e.getMessage(), e);
    }
  }

  /**
   * The job that has not ended.
   *
   * @throws ClusterException when there is none, or more than one
   */
  public JobStatus only() {
    List<JobStatus> live = flink.jobs().live();
    if (live.size() != 1) {
      throw new ClusterException(
          live.isEmpty()
              ? "No job runs; start one with 'facestream cluster submit'"
              : live.size() + " jobs run; name one with --job: " + live);
    }
    return live.get(0);
  }

  /**
   * Ends a job with a savepoint and runs it again from there, with another parallelism.
   * TaskManagers are added while slots are missing. Returns when every subtask runs.
   *
   * @return the new job's id
   */
  public String scale(String jobId, int parallelism) throws InterruptedException {
    Submission last =
        cluster
            .folder()
            .readSubmission()
            .orElseThrow(
                () ->
                    new ClusterException(
                        "This job was not submitted here; stop it with a savepoint and submit it with --from-savepoint"));
    addTaskManagersFor(parallelism);
    String savepoint = flink.savepoints().stop(jobId);
    JobRun again = new JobRun(last.options(), parallelism, savepoint);
    String job = flink.jars().has(last.jarId()) ? run(last.jarId(), again) : submit(again);
    flink.jobs().awaitRunning(job, TO_RUN);
    return job;
  }

  /**
   * Gives a running job another parallelism without a savepoint, by the adaptive scheduler; the
   * cluster needs {@code jobmanager.scheduler: adaptive}. TaskManagers are added while slots are
   * missing. Returns when every subtask runs.
   */
  public void scaleInPlace(String jobId, int parallelism) throws InterruptedException {
    addTaskManagersFor(parallelism);
    flink.jobs().requireParallelism(jobId, 1, parallelism);
    flink.jobs().awaitParallelism(jobId, parallelism, TO_RUN);
  }

  private void addTaskManagersFor(int parallelism) {
    int missing = parallelism - cluster.slots();
    for (int number = 1; missing > 0; number++) {
      String name = TaskManagerRole.nameOf(number);
      if (!cluster.isAlive(name)) {
        cluster.start(name);
        missing -= cluster.spec().slots();
      }
    }
  }

  private String run(String jarId, JobRun run) {
    List<String> options = new ArrayList<>(run.options());
    if (options.stream().noneMatch(option -> option.startsWith(BROKER_OPTION))) {
      options.addAll(List.of(BROKER_OPTION, cluster.bootstrapServers()));
    }
    String job = flink.jars().run(jarId, new JobRun(options, run.parallelism(), run.savepoint()));
    cluster.folder().writeSubmission(new Submission(jarId, options));
    return job;
  }
}
