package io.facestream.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** The page "Submit New Job" of the web UI. */
public final class FlinkJars {
  private final RestClient client;

  FlinkJars(RestClient client) {
    this.client = client;
  }

  /**
   * Uploads a jar.
   *
   * @return its id
   * @throws IOException when the file cannot be read
   * @throws RestException when the cluster refuses it
   */
  public String upload(Path jar) throws IOException {
    String stored = client.upload("jars/upload", jar).path("filename").asText();
    return stored.substring(stored.lastIndexOf('/') + 1);
  }

  /** Whether the cluster still has an uploaded jar. */
  public boolean has(String jarId) {
    for (JsonNode jar : client.get("jars").path("files")) {
      if (jar.path("id").asText().equals(jarId)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs the main method of an uploaded jar, and with it the job.
   *
   * @return the job's id; it may not run yet
   * @throws RestException with the reason, when main fails
   */
  public String run(String jarId, JobRun run) {
    ObjectNode body = request(run);
    if (run.savepoint() != null) {
      body.put("savepointPath", run.savepoint());
    }
    return client.post("jars/" + jarId + "/run", body).path("jobid").asText();
  }

  /**
   * Runs the main method of an uploaded jar up to the job, which is not submitted.
   *
   * @throws RestException with the reason, when main fails
   */
  public void plan(String jarId, JobRun run) {
    client.post("jars/" + jarId + "/plan", request(run));
  }

  private static ObjectNode request(JobRun run) {
    ObjectNode body = RestClient.JSON.createObjectNode();
    var arguments = body.putArray("programArgsList");
    run.options().forEach(arguments::add);
    run.subtasks().ifPresent(subtasks -> body.put("parallelism", subtasks));
    return body;
  }

  public void delete(String jarId) {
    client.delete("jars/" + jarId);
  }
}
