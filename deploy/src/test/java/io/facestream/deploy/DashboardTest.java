package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facestream.job.metrics.JobMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard is whole, and asks for the metrics the job has. */
class DashboardTest {
  private static final String OF_THE_JOB = "flink_taskmanager_job_task_operator_facestream_";

  /** Of the catalogue, what no panel shows; a new metric is either shown or listed here. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "heldFramesPeak",
          "framesWithoutSearch",
          "framesOrdered",
          "policiesTaken",
          "negativeExamples",
          "facesUnrecorded",
          "unknownCut",
          "keptFacesExpired",
          "keptFacesErased",
          "enrolmentsSearchedBack",
          "enrolmentsOvertaken",
          "earlierViewsCut");

  private final JsonNode dashboard = PromQueries.dashboard();

  @Test
  void shouldShowEachMetricOfTheJobAndNoOther() {
    Set<String> shown =
        PromQueries.metrics().stream()
            .filter(name -> name.startsWith(OF_THE_JOB))
            .map(name -> name.substring(OF_THE_JOB.length()))
            .collect(Collectors.toSet());
    Set<String> wanted =
        Arrays.stream(JobMetric.values()).map(JobMetric::id).collect(Collectors.toSet());
    wanted.removeAll(NOT_SHOWN);

    assertThat(shown).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void shouldExplainEachPanelAndAskTheProvisionedSource() {
    String source = ((List<?>) sources().get("datasources")).get(0).toString();
    for (JsonNode panel : dashboard.get("panels")) {
      if (!panel.get("type").asText().equals("row")) {
        assertThat(panel.path("description").asText()).as(panel.get("title").asText()).isNotBlank();
        assertThat(source).contains("uid=" + panel.at("/datasource/uid").asText());
      }
    }
  }

  @Test
  void shouldGiveEachPanelAnIdAndAPlaceOfItsOwn() {
    Set<Integer> ids = new HashSet<>();
    List<String> cells = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      ids.add(panel.get("id").asInt());
      JsonNode at = panel.get("gridPos");
      for (int x = 0; x < at.get("w").asInt(); x++) {
        for (int y = 0; y < at.get("h").asInt(); y++) {
          cells.add((at.get("x").asInt() + x) + "," + (at.get("y").asInt() + y));
        }
      }
    }
    assertThat(ids).hasSize(dashboard.get("panels").size());
    assertThat(cells).doesNotHaveDuplicates();
  }

  @Test
  void shouldBeMountedWhereGrafanaLooks() {
    String folder = "/var/lib/grafana/dashboards";
    assertThat(Checkout.text("deploy/monitoring/grafana/provisioning/dashboards/facestream.yml"))
        .contains("path: " + folder);
    assertThat(ComposeService.named("grafana").volumes())
        .contains("./deploy/monitoring/grafana/dashboards:" + folder + ":ro");
    assertThat(ComposeService.named("grafana").environment())
        .containsEntry("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH", folder + "/facestream.json");
  }

  private static Map<String, Object> sources() {
    return Checkout.yaml("deploy/monitoring/grafana/provisioning/datasources/prometheus.yml");
  }
}
