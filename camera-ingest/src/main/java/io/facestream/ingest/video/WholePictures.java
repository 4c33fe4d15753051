package io.facestream.ingest.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The pictures of a {@link VideoDecoder}, deinterlaced from the first interlaced one on. Size,
 * pixel format and interlacing may change at any picture; none is lost.
 */
final class WholePictures implements AutoCloseable {
  private final VideoDecoder decoder;
  private final AVRational timeBase;
  private final AVFrame waiting = avutil.av_frame_alloc();
  private boolean hasWaiting;
  private boolean emptying;
  private Deinterlacer deinterlacer;

  /**
   * @param decoder stays the caller's to close
   * @param timeBase of its timestamps
   */
  WholePictures(VideoDecoder decoder, AVRational timeBase) {
    this.decoder = decoder;
    this.timeBase = timeBase;
  }

  /** The next picture, its time in {@code best_effort_timestamp}; false at the end. */
  boolean next(AVFrame frame) throws IOException {
    avutil.av_frame_unref(frame);
    while (deinterlacer == null || !deinterlacer.take(frame)) {
      if (emptying) {
        emptying = false;
        deinterlacer.close();
        deinterlacer = null;
      }
      if (!hasWaiting && !decoder.decode(waiting)) {
        if (deinterlacer == null) {
          return false;
        }
        empty();
      } else if (deinterlacer == null && !Deinterlacer.isInterlaced(waiting)) {
        avutil.av_frame_move_ref(frame, waiting);
        hasWaiting = false;
        return true;
      } else {
        hasWaiting = !feed();
      }
    }
    return true;
  }

  @Override
  public void close() {
    avutil.av_frame_free(waiting);
    if (deinterlacer != null) {
      deinterlacer.close();
    }
  }

  /** Puts the waiting picture in; false when the pictures of another kind must come out first. */
  private boolean feed() throws IOException {
    if (deinterlacer == null) {
      deinterlacer = new Deinterlacer(waiting, timeBase);
    } else if (!deinterlacer.takes(waiting)) {
      empty();
      return false;
    }
    deinterlacer.put(waiting);
    return true;
  }

  private void empty() throws IOException {
    deinterlacer.put(null);
    emptying = true;
  }
}
