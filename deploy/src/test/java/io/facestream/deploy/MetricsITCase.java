package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.ingest.CameraIngest;
import io.facestream.ingest.IngestOptions;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.metrics.MetricsEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each metric that the dashboard and the alert rules ask for is there when the job runs. */
@Tag("thorough")
@Timeout(180)
class MetricsITCase {
  private static final Pattern COMPLETED =
      Pattern.compile("flink_jobmanager_job_numberOfCompletedCheckpoints\\{.*} [1-9]");
  private static final String SCENE =
      "scene:?seed=7&people=2&width=320&height=240&rate=10&duration=1s";

  @TempDir Path folder;

  @Test
  void shouldFindEveryMetricThatIsAskedFor() throws Exception {
    try (MonitoredJob job = new MonitoredJob(folder);
        CameraIngest ingest = cameras(job.bootstrapServers());
        MetricsEndpoint cameras =
            MetricsEndpoint.open(0, ingest::counters, ingest::refusedRecords)) {
      ingest.start();
      ingest.awaitEnd();
      String page = scrapeAfterACheckpoint(job);

      Set<String> there = names(page + job.get(cameras.port()));
      assertThat(there).containsAll(PromQueries.metrics());
      assertThat(page)
          .contains("job_name=\"Facestream\"", "operator_name=\"Detect_faces\"")
          .containsPattern("operator_pendingRecords\\{[^}]*operator_name=\"[^\"]*Read_frames\"")
          .containsPattern("facestream_endToEndMicros\\{[^}]*quantile=\"0.99\"")
          .containsPattern("facestream_templates\\{[^}]*subtask_index=\"0\"");
    }
  }

  private static CameraIngest cameras(String bootstrapServers) {
    return new CameraIngest(
        List.of(Camera.of("lobby", SCENE).withPace(Pace.NONE)),
        IngestOptions.to(KafkaConnection.to(bootstrapServers)));
  }

  private static String scrapeAfterACheckpoint(MonitoredJob job) throws Exception {
    while (true) {
      String page = job.scrape();
      if (COMPLETED.matcher(page).find()) {
        return page;
      }
      Thread.sleep(200);
    }
  }

  private static Set<String> names(String page) {
    Set<String> names = new TreeSet<>();
    page.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }
}
