package io.facestream.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The jobs of a cluster. */
public final class FlinkJobs {
  private static final Duration STEP = Duration.ofMillis(100);

  private final RestClient client;

  FlinkJobs(RestClient client) {
    this.client = client;
  }

  /** All jobs that the cluster knows, also those that ended. */
  public List<JobStatus> list() {
    List<JobStatus> jobs = new ArrayList<>();
    for (JsonNode job : client.get("jobs/overview").path("jobs")) {
      jobs.add(
          new JobStatus(
              job.path("jid").asText(), job.path("name").asText(), job.path("state").asText()));
    }
    return jobs;
  }

  /** Jobs that have not ended: running, starting, or about to be restarted. */
  public List<JobStatus> live() {
    return list().stream().filter(job -> !job.hasEnded()).toList();
  }

  /** The job's state, such as {@code RUNNING}. */
  public String state(String jobId) {
    return client.get("jobs/" + jobId).path("state").asText();
  }

  /** The boxes of the job graph. */
  public List<Vertex> vertices(String jobId) {
    List<Vertex> vertices = new ArrayList<>();
    for (JsonNode vertex : client.get("jobs/" + jobId).path("vertices")) {
      Map<String, Integer> states = new TreeMap<>();
      vertex.path("tasks").properties().forEach(e -> states.put(e.getKey(), e.getValue().asInt()));
      vertices.add(
          new Vertex(
              vertex.path("id").asText(),
              vertex.path("name").asText(),
              vertex.path("parallelism").asInt(),
              states));
    }
    return vertices;
  }

  /** Whether every subtask of the job runs. */
  public boolean runs(String jobId) {
    return "RUNNING".equals(state(jobId)) && vertices(jobId).stream().allMatch(Vertex::runs);
  }

  /**
   * Waits until every subtask of the job runs.
   *
   * @throws RestException when it ended, with its reason, or did not run in time
   */
  public void awaitRunning(String jobId, Duration patience) throws InterruptedException {
    await(jobId, patience, () -> runs(jobId));
  }

  /**
   * Waits until every subtask of a new job runs, and no longer than until its first failure: what
   * fails at the start, such as for want of a model file, mostly fails at each restart.
   *
   * @throws RestException when it failed, with the cause, or did not run in time
   */
  public void awaitStart(String jobId, Duration patience) throws InterruptedException {
    await(jobId, patience, () -> runs(jobId) || requireNoFailure(jobId));
  }

  /**
   * Waits until every subtask of the job runs, and there are as many of each operator as asked for.
   *
   * @throws RestException when it ended, with its reason, or did not get there in time
   */
  public void awaitParallelism(String jobId, int parallelism, Duration patience)
      throws InterruptedException {
    await(
        jobId,
        patience,
        () ->
            runs(jobId)
                && vertices(jobId).stream().allMatch(box -> box.parallelism() == parallelism));
  }

  /** Cancels a job, and waits until it has ended; does nothing when it already has. */
  public void cancel(String jobId, Duration patience) throws InterruptedException {
    try {
      client.patch("jobs/" + jobId + "?mode=cancel");
    } catch (RestException e) {
      // Flink refuses it for a job that has just ended by itself, which is what is wanted.
      if (!new JobStatus(jobId, "", state(jobId)).hasEnded()) {
        throw e;
      }
    }
    await(jobId, patience, () -> new JobStatus(jobId, "", state(jobId)).hasEnded());
  }

  /** What made the job fail last, on one line; empty when nothing did. */
  public String failure(String jobId) {
    JsonNode entries =
        client.get("jobs/" + jobId + "/exceptions").path("exceptionHistory").path("entries");
    String trace = entries.path(0).path("stacktrace").asText();
    return trace.isBlank() ? "" : Refusals.failure(trace);
  }

  /** How often the job was restarted since it was submitted. */
  public int restarts(String jobId) {
    JsonNode metric = client.get("jobs/" + jobId + "/metrics?get=numRestarts");
    return metric.path(0).path("value").asInt();
  }

  /**
   * Gives a running job another parallelism, without a savepoint of its own: the adaptive scheduler
   * ({@code jobmanager.scheduler: adaptive}) restarts it from the last checkpoint.
   */
  public void requireParallelism(String jobId, int lower, int upper) {
    ObjectNode body = RestClient.JSON.createObjectNode();
    for (Vertex vertex : vertices(jobId)) {
      body.putObject(vertex.id())
          .putObject("parallelism")
          .put("lowerBound", lower)
          .put("upperBound", upper);
    }
    client.put("jobs/" + jobId + "/resource-requirements", body);
  }

  private boolean requireNoFailure(String jobId) {
    String failure = failure(jobId);
    if (!failure.isEmpty()) {
      throw new RestException(0, failure);
    }
    return false;
  }

  private void await(String jobId, Duration patience, Goal goal) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!goal.isReached()) {
      String state = state(jobId);
      // It may have ended since it was asked, which may be the goal.
      if (new JobStatus(jobId, "", state).hasEnded() && !goal.isReached()) {
        throw new RestException(
            0, String.format(Locale.ROOT, "The job ended as %s: %s", state, failure(jobId)));
      }
      if (System.nanoTime() > deadline) {
        throw new RestException(
            0,
            String.format(
                Locale.ROOT,
                "The job is %s, and not where it should be after %d s; see the web UI. %s",
                state,
                patience.toSeconds(),
                failure(jobId)));
      }
      Thread.sleep(STEP.toMillis());
    }
  }

  private interface Goal {
    boolean isReached();
  }
}
