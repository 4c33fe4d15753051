package io.facestream.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Flink's REST API: the calls that its web UI makes.
 *
 * <pre>{@code
 * FlinkRest flink = new FlinkRest(URI.create("http://127.0.0.1:8081"));
 * String jar = flink.jars().upload(Path.of("facestream-job.jar"));
 * String job = flink.jars().run(jar, JobRun.with(List.of("--pack", "builtin")));
 * flink.jobs().awaitRunning(job, Duration.ofSeconds(60));
 * String savepoint = flink.savepoints().take(job);
 * }</pre>
 */
public final class FlinkRest {
  private final RestClient client;

  /**
   * For a cluster.
   *
   * @param webUi address of its web UI
   */
  public FlinkRest(URI webUi) {
    this.client = new RestClient(webUi.resolve("/"));
  }

  /** Address of the web UI. */
  public URI webUi() {
    return client.base();
  }

  /**
   * What the cluster has.
   *
   * @throws RestException when no leading JobManager answers
   */
  public Overview overview() {
    JsonNode overview = client.get("overview");
    return new Overview(
        overview.path("taskmanagers").asInt(),
        overview.path("slots-total").asInt(),
        overview.path("slots-available").asInt(),
        overview.path("jobs-running").asInt());
  }

  /** Ids of the TaskManagers that the JobManager counts among its own. */
  public List<String> taskManagers() {
    List<String> ids = new ArrayList<>();
    client.get("taskmanagers").path("taskmanagers").forEach(tm -> ids.add(tm.path("id").asText()));
    return ids;
  }

  /** Uploaded jars, and jobs from them. */
  public FlinkJars jars() {
    return new FlinkJars(client);
  }

  /** Jobs: state, end, parallelism. */
  public FlinkJobs jobs() {
    return new FlinkJobs(client);
  }

  /** Savepoints, and checkpoints as they went. */
  public FlinkSavepoints savepoints() {
    return new FlinkSavepoints(client);
  }

  /** Metrics of subtasks. */
  public FlinkMetrics metrics() {
    return new FlinkMetrics(client);
  }
}
