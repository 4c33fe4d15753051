package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event time on its way through a slice. */
class SliceTimeTest {
  private SliceHarness slice;

  @BeforeEach
  void open() throws Exception {
    slice = new SliceHarness(0, 1, null);
  }

  @AfterEach
  void close() throws Exception {
    slice.close();
  }

  @Test
  void shouldForwardTheTimeOfTheFramesThoughTheGalleryHasNone() throws Exception {
    slice.caughtUp();
    slice.framesUpTo(900);
    slice.enrol("ada/1", towards(0, 0));
    slice.framesUpTo(950);
    assertThat(slice.sent()).containsExactly(900L, 950L);
  }

  @Test
  void shouldAnswerAFrameBeforeTheWatermarkBehindItAndKeepItsTimestamp() throws Exception {
    slice.caughtUp();
    slice.probeWithoutWaiting(frameWith("lobby", 7, towards(0, 0)));
    assertThat(slice.sent()).as("it waits for company").isEmpty();
    slice.framesUpTo(1_007);
    assertThat(slice.sent()).containsExactly("lobby@0-7 at 1007", 1_007L);
  }

  @Test
  void shouldHoldTimeStillWhileFramesWaitForTheGallery() throws Exception {
    slice.probeWithoutWaiting(frameWith("lobby", 1, towards(0, 0)));
    slice.framesUpTo(1_001);
    slice.probeWithoutWaiting(frameWith("lobby", 2, towards(0, 0)));
    slice.framesUpTo(1_002);
    assertThat(slice.sent()).isEmpty();
    slice.caughtUp();
    assertThat(slice.sent()).containsExactly("lobby@0-1 at 1001", "lobby@0-2 at 1002", 1_002L);
  }

  @Test
  void shouldSayThatCamerasAreSilentBehindTheirLastFrame() throws Exception {
    slice.caughtUp();
    slice.probeWithoutWaiting(frameWith("lobby", 1, towards(0, 0)));
    slice.framesAre(WatermarkStatus.IDLE);
    slice.framesAre(WatermarkStatus.ACTIVE);
    assertThat(slice.sent())
        .containsExactly("lobby@0-1 at 1001", WatermarkStatus.IDLE, WatermarkStatus.ACTIVE);
  }

  @Test
  void shouldSayBothInTheirOrderAfterTheGalleryWasRead() throws Exception {
    slice.framesUpTo(1_002);
    slice.framesAre(WatermarkStatus.IDLE);
    slice.caughtUp();
    assertThat(slice.sent()).containsExactly(1_002L, WatermarkStatus.IDLE);
  }

  @Test
  void shouldNotTakeTheGallerysWordForTheFrames() throws Exception {
    slice.caughtUp();
    slice.galleryEnds();
    assertThat(slice.sent()).isEmpty();
  }
}
