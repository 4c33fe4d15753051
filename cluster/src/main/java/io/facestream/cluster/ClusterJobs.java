package io.facestream.cluster;

import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.JobRun;
import io.facestream.cluster.rest.JobStatus;
import io.facestream.cluster.rest.Overview;
import io.facestream.cluster.rest.RestException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
   * Waits until a job that was just submitted runs, or until its first failure.
   *
   * @throws ClusterException with the cause, when it does not run
   */
  public void awaitStart(String jobId) throws InterruptedException {
    try {
      flink.jobs().awaitStart(jobId, TO_RUN);
    } catch (RestException e) {
      boolean goesOn = flink.jobs().live().stream().anyMatch(job -> job.id().equals(jobId));
      String cure =
          String.format(
              Locale.ROOT, "; Flink goes on trying, end that with '%s'", command("cancel", jobId));
      throw new ClusterException(
          String.format(
              Locale.ROOT, "Job %s does not run: %s%s", jobId, e.getMessage(), goesOn ? cure : ""),
          e);
    }
  }

  /** Slots that a new job can have; TaskManagers that just started are counted already. */
  public int freeSlots() {
    Overview overview = flink.overview();
    return Math.max(0, cluster.slots() - (overview.slots() - overview.freeSlots()));
  }

  /**
   * Refuses what would wait for slots without end. The adaptive scheduler makes do with fewer.
   *
   * @throws ClusterException when slots are missing
   */
  public void requireSlots(int parallelism) {
    boolean adaptive =
        "adaptive".equalsIgnoreCase(cluster.spec().flinkSettings().get("jobmanager.scheduler"));
    int free = freeSlots();
    if (free < (adaptive ? 1 : parallelism)) {
      throw new ClusterException(
          String.format(
              Locale.ROOT,
              "%d of %d slots are free and the job needs %d; add a TaskManager with '%s'%s",
              free,
              cluster.slots(),
              parallelism,
              FurtherCommand.line(cluster.spec().folder(), "start " + nextTaskManager()),
              free > 0 ? ", or ask for fewer with --parallelism" : ""));
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
              : String.format(
                  Locale.ROOT,
                  "%d jobs run; name one with --job: %s",
                  live.size(),
                  live.stream().map(JobStatus::id).collect(Collectors.joining(", "))));
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

  private String nextTaskManager() {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(TaskManagerRole::nameOf)
        .filter(name -> !cluster.isAlive(name))
        .findFirst()
        .orElseThrow();
  }

  private String command(String name, String jobId) {
    return FurtherCommand.line(cluster.spec().folder(), name + " --job " + jobId);
  }

  private void addTaskManagersFor(int parallelism) {
    while (cluster.slots() < parallelism) {
      cluster.start(nextTaskManager());
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
