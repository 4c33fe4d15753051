package io.facestream.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Metrics of a running job; the JobManager fetches them every 10 s unless told otherwise. */
public final class FlinkMetrics {
  private final RestClient client;

  FlinkMetrics(RestClient client) {
    this.client = client;
  }

  /**
   * One metric of each subtask of a vertex.
   *
   * @param metric its full name, such as {@code Search_slice.facestream.templates}
   * @return value by subtask; without those that have none yet
   */
  public Map<Integer, Double> bySubtask(String jobId, Vertex vertex, String metric) {
    Map<Integer, Double> values = new TreeMap<>();
    String query = URLEncoder.encode(metric, StandardCharsets.UTF_8);
    for (int subtask = 0; subtask < vertex.parallelism(); subtask++) {
      JsonNode answer =
          client.get(
              String.format(
                  Locale.ROOT,
                  "jobs/%s/vertices/%s/subtasks/%d/metrics?get=%s",
                  jobId,
                  vertex.id(),
                  subtask,
                  query));
      if (answer.path(0).has("value")) {
        values.put(subtask, answer.path(0).path("value").asDouble());
      }
    }
    return values;
  }
}
