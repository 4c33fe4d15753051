package io.facestream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What dashboard and alert rules ask of Prometheus. */
final class PromQueries {
  static final String DASHBOARD = "deploy/monitoring/grafana/dashboards/facestream.json";
  static final String RULES = "deploy/monitoring/rules.yml";

  private static final Pattern METRIC = Pattern.compile("\\b(flink|facestream)_[a-zA-Z0-9_]+");

  private PromQueries() {}

  /** Names of all metrics that occur in the dashboard or in the rules. */
  static Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    for (String query : all()) {
      METRIC.matcher(query).results().forEach(found -> names.add(found.group()));
    }
    return names;
  }

  static List<String> all() {
    List<String> queries = new ArrayList<>(ofRules());
    for (JsonNode panel : dashboard().get("panels")) {
      panel.path("targets").forEach(target -> queries.add(target.get("expr").asText()));
    }
    return queries;
  }

  static JsonNode dashboard() {
    try {
      return new ObjectMapper().readTree(Checkout.text(DASHBOARD));
    } catch (IOException e) {
      throw new IllegalStateException(DASHBOARD + " is not JSON", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> ofRules() {
    var groups = (List<Map<String, List<Map<String, Object>>>>) Checkout.yaml(RULES).get("groups");
    return groups.stream()
        .flatMap(group -> group.get("rules").stream())
        .map(rule -> rule.get("expr").toString())
        .toList();
  }
}
