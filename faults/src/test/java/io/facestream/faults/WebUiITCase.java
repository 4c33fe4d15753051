package io.facestream.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facestream.faults.fixture.Browser;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.RunPlan;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person sees who opens Flink's web UI. */
@Timeout(1_200)
class WebUiITCase {
  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.with(spec -> spec);

  @Test
  void shouldShowTheJobGraphWithOurNamesForTheOperators() throws Exception {
    Optional<Browser> browser = Browser.find();
    assumeTrue(browser.isPresent(), "no Chromium: apt-get install chromium");
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(2))) {
      URI graph =
          URI.create(
              String.format(
                  Locale.ROOT,
                  "%s#/job/running/%s/overview",
                  CLUSTER.cluster().flink().webUi(),
                  run.job()));
      assertThat(browser.get().open(graph))
          .contains(
              "Facestream", "Read frames", "Detect faces", "Embed faces", "Search slice", "Judge");
    }
  }
}
