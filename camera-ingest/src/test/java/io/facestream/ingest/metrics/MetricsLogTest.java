package io.facestream.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsLogTest {

  @Test
  void shouldBeReadableOnOneLine() {
    CameraCounters before = new CameraCounters(1000, 1000, 0, 0, 0, 0, 0, 0, 30_000_000);
    CameraCounters now = new CameraCounters(1260, 1250, 6, 0, 0, 1, 3, 4, 37_500_000);
    assertThat(MetricsLog.line("lobby", "away for 3 s", now, before, 10))
        .isEqualTo(
            "lobby              25.0 fps   0.75 MB/s | read 1,260, published 1,250 (37.5 MB), dropped 6,"
                + " refused 0, failed 0, reconnects 1, skipped 3, unchanged 4 | away for 3 s");
  }
}
