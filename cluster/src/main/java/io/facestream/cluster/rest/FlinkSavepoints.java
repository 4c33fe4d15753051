package io.facestream.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;

/** Savepoints of running jobs, and their checkpoints. */
public final class FlinkSavepoints {
  private static final Duration STEP = Duration.ofMillis(100);

  /** While a task initialises Flink refuses savepoints instead of waiting. */
  private static final RetryPolicy<Object> UNTIL_INITIALISED =
      RetryPolicy.builder()
          .handleIf(e -> e instanceof RestException && isTooEarly((RestException) e))
          .withDelay(Duration.ofMillis(500))
          .withMaxAttempts(-1)
          .withMaxDuration(Duration.ofSeconds(90))
          .build();

  private final RestClient client;

  FlinkSavepoints(RestClient client) {
    this.client = client;
  }

  /**
   * Takes a savepoint of a job, which goes on.
   *
   * @return its path
   */
  public String take(String jobId) {
    ObjectNode body = RestClient.JSON.createObjectNode().put("cancel-job", false);
    return retrying("jobs/" + jobId + "/savepoints", jobId, body);
  }

  /**
   * Ends a job with a savepoint: it has emitted everything up to it and nothing beyond.
   *
   * @return its path
   */
  public String stop(String jobId) {
    ObjectNode body = RestClient.JSON.createObjectNode().put("drain", false);
    return retrying("jobs/" + jobId + "/stop", jobId, body);
  }

  /** How the checkpoints of a job went. */
  public Checkpoints checkpoints(String jobId) {
    JsonNode all = client.get("jobs/" + jobId + "/checkpoints");
    JsonNode latest = all.path("latest").path("completed");
    JsonNode counts = all.path("counts");
    return new Checkpoints(
        counts.path("completed").asLong(),
        counts.path("failed").asLong(),
        latest.path("external_path").asText(null),
        latest.path("latest_ack_timestamp").asLong(),
        Duration.ofMillis(latest.path("end_to_end_duration").asLong()),
        latest.path("checkpointed_size").asLong(),
        latest.path("state_size").asLong(),
        all.path("latest").path("restored").path("external_path").asText(null));
  }

  private String retrying(String path, String jobId, ObjectNode body) {
    try {
      return Failsafe.with(UNTIL_INITIALISED).get(() -> trigger(path, jobId, body));
    } catch (FailsafeException e) {
      Thread.currentThread().interrupt();
      throw new RestException("Interrupted while a savepoint was taken", e.getCause());
    }
  }

  private String trigger(String path, String jobId, ObjectNode body) throws InterruptedException {
    String request = client.post(path, body).path("request-id").asText();
    while (true) {
      JsonNode answer = client.get("jobs/" + jobId + "/savepoints/" + request);
      if ("COMPLETED".equals(answer.path("status").path("id").asText())) {
        JsonNode operation = answer.path("operation");
        if (operation.has("failure-cause")) {
          String trace = operation.path("failure-cause").path("stack-trace").asText();
          throw new RestException(0, "No savepoint: " + Refusals.innermost(trace));
        }
        return operation.path("location").asText();
      }
      Thread.sleep(STEP.toMillis());
    }
  }

  private static boolean isTooEarly(RestException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("not all required tasks are currently running")
        || message.contains("Not all required tasks are currently running")
        || message.contains("tasks are not running");
  }
}
