package io.facestream.job.search;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * The frames' event time on its way through a slice. It stands still while frames are held, because
 * a watermark must not overtake them; then it goes on with the latest.
 */
final class FramesTime {
  private final ThrowingConsumer<Watermark, Exception> watermarks;
  private final ThrowingConsumer<WatermarkStatus, Exception> statuses;

  private boolean goesOn;
  private Watermark heldWatermark;
  private WatermarkStatus heldStatus;

  FramesTime(
      ThrowingConsumer<Watermark, Exception> watermarks,
      ThrowingConsumer<WatermarkStatus, Exception> statuses) {
    this.watermarks = watermarks;
    this.statuses = statuses;
  }

  void advance(Watermark watermark) throws Exception {
    if (goesOn) {
      watermarks.accept(watermark);
    } else {
      heldWatermark = watermark;
    }
  }

  /** Whether there are frames at all: the cameras of a subtask may be silent. */
  void change(WatermarkStatus status) throws Exception {
    if (goesOn) {
      statuses.accept(status);
    } else {
      heldStatus = status;
    }
  }

  /** No frame is held any more. */
  void goOn() throws Exception {
    goesOn = true;
    // In this order: behind the status "idle" a watermark would be lost.
    if (heldWatermark != null) {
      watermarks.accept(heldWatermark);
    }
    if (heldStatus != null) {
      statuses.accept(heldStatus);
    }
  }
}
