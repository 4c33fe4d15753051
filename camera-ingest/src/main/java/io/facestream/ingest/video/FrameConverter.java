package io.facestream.ingest.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Turns a decoded picture of any pixel format into what JPEG stores: YCbCr 4:2:0 by BT.601 in full
 * range, upright, at most so wide.
 *
 * <p>Range and matrix are converted, not relabelled: video is mostly limited range, and HD mostly
 * BT.709; taking one for the other shifts contrast and skin colour.
 */
final class FrameConverter implements AutoCloseable {
  /** Untagged video from this height on is taken for BT.709, below for BT.601, as players do. */
  private static final int HD_HEIGHT = 720;

  private final int maxWidth;
  private final int rotation;
  private final SwsContext scaler = swscale.sws_alloc_context();
  private final AVFrame converted = avutil.av_frame_alloc();
  private final AVFrame turned = avutil.av_frame_alloc();

  /**
   * @param maxWidth of the upright picture, pixels; 0 = no limit
   * @param rotation clockwise: 0, 90, 180 or 270
   */
  FrameConverter(int maxWidth, int rotation) {
    this.maxWidth = maxWidth;
    this.rotation = rotation;
    scaler.flags(swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND);
  }

  /** The converted picture, valid until the next call. */
  AVFrame convert(AVFrame source) throws IOException {
    boolean sideways = rotation % 180 != 0;
    int uprightWidth = sideways ? source.height() : source.width();
    scale(source, maxWidth > 0 && uprightWidth > maxWidth ? (double) maxWidth / uprightWidth : 1);
    if (rotation == 0) {
      return converted;
    }
    prepare(
        turned,
        sideways ? converted.height() : converted.width(),
        sideways ? converted.width() : converted.height());
    Rotation.turn(converted, turned, rotation);
    return turned;
  }

  /**
   * The converted picture, whatever its width, not turned; valid until the next call.
   *
   * @param scale new length by old, above 0
   */
  AVFrame scale(AVFrame source, double scale) throws IOException {
    if (source.colorspace() == avutil.AVCOL_SPC_UNSPECIFIED) {
      source.colorspace(
          source.height() >= HD_HEIGHT ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M);
    }
    // What is left of interlacing here is a label: the scaler refuses pictures whose labels differ.
    source.flags(source.flags() & ~AVFrame.AV_FRAME_FLAG_INTERLACED);
    prepare(converted, scaled(source.width(), scale), scaled(source.height(), scale));
    Ffmpeg.check(
        swscale.sws_scale_frame(scaler, converted, source),
        "has a picture that cannot be converted");
    return converted;
  }

  @Override
  public void close() {
    swscale.sws_free_context(scaler);
    avutil.av_frame_free(converted);
    avutil.av_frame_free(turned);
  }

  private static int scaled(int length, double scale) {
    return Math.max(1, (int) Math.round(length * scale));
  }

  private static void prepare(AVFrame frame, int width, int height) throws IOException {
    if (frame.width() == width && frame.height() == height) {
      Ffmpeg.check(avutil.av_frame_make_writable(frame), "out of memory");
      return;
    }
    avutil.av_frame_unref(frame);
    frame.width(width).height(height).format(avutil.AV_PIX_FMT_YUV420P);
    frame.color_range(avutil.AVCOL_RANGE_JPEG).colorspace(avutil.AVCOL_SPC_BT470BG);
    Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "out of memory");
  }
}
