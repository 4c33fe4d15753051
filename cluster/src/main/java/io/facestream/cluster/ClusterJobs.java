package io.facestream.cluster;

import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.JobRun;
import io.facestream.cluster.rest.JobStatus;
import io.facestream.cluster.rest.Overview;
import io.facestream.cluster.rest.RestException;
import io.facestream.wire.Remedy;
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
    return run(upload(jar), run);
  }

  /**
   * Refuses what the main method of a jar refuses, such as a wrong option, without a job.
   *
   * @param jarOrNull null for the one of this build
   * @throws RestException with the reason
   */
  public void requireUsable(Path jarOrNull, JobRun run) {
    String jarId = upload(jarOrNull == null ? Distribution.find().jobJar() : jarOrNull);
    try {
      flink.jars().plan(jarId, withBroker(run));
    } finally {
      flink.jars().delete(jarId);
    }
  }

  private String upload(Path jar) {
    try {
      return flink.jars().upload(jar);
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
      String fact = String.format(Locale.ROOT, "Job %s does not run: %s", jobId, e.getMessage());
      boolean goesOn = flink.jobs().live().stream().anyMatch(job -> job.id().equals(jobId));
      throw goesOn
          ? new ClusterException(fact + "; Flink goes on trying, end that", e)
              .helpedBy(step(FurtherStep.Kind.CANCEL, jobId))
          : new ClusterException(fact, e);
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
      ClusterException missing =
          new ClusterException(
                  String.format(
                      Locale.ROOT,
                      "%d of %d slots are free and the job needs %d; add a TaskManager",
                      free,
                      cluster.slots(),
                      parallelism))
              .helpedBy(step(FurtherStep.Kind.START_PROCESS, nextTaskManager()));
      throw free > 0 ? missing.helpedBy(Remedy.PARALLELISM) : missing;
    }
  }

  /**
   * The job that has not ended.
   *
   * @throws ClusterException when there is none, or more than one
   */
  public JobStatus only() {
    List<JobStatus> live = flink.jobs().live();
    if (live.isEmpty()) {
      throw new ClusterException("No job runs; start one")
          .helpedBy(step(FurtherStep.Kind.SUBMIT, null));
    }
    if (live.size() > 1) {
      throw new ClusterException(
              String.format(
                  Locale.ROOT,
                  "%d jobs run, %s; end all but one",
                  live.size(),
                  live.stream().map(JobStatus::id).collect(Collectors.joining(" and "))))
          .helpedBy(Remedy.JOB);
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
                            "This job was not submitted here; stop it with a savepoint and submit it again from there")
                        .helpedBy(step(FurtherStep.Kind.SUBMIT_FROM_SAVEPOINT, null)));
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

  private FurtherStep step(FurtherStep.Kind kind, String subject) {
    return new FurtherStep(kind, cluster.spec().folder(), subject);
  }

  private void addTaskManagersFor(int parallelism) {
    while (cluster.slots() < parallelism) {
      cluster.start(nextTaskManager());
    }
  }

  private String run(String jarId, JobRun run) {
    JobRun complete = withBroker(run);
    String job = flink.jars().run(jarId, complete);
    cluster.folder().writeSubmission(new Submission(jarId, complete.options()));
    return job;
  }

  private JobRun withBroker(JobRun run) {
    List<String> options = new ArrayList<>(run.options());
    if (options.stream().noneMatch(option -> option.startsWith(BROKER_OPTION))) {
      options.addAll(List.of(BROKER_OPTION, cluster.bootstrapServers()));
    }
    return new JobRun(options, run.parallelism(), run.savepoint());
  }
}
