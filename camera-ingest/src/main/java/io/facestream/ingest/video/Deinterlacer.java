package io.facestream.ingest.video;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Makes whole pictures of interlaced ones, each of which holds two moments in its odd and even
 * lines: the comb that a moving face would have is neither found nor recognised.
 *
 * <p>FFmpeg's bwdif (Weston's three-field filter), one picture for each. It looks at the picture
 * after, so that an interlaced live stream is late by one; a stream without interlaced pictures
 * never comes here.
 */
final class Deinterlacer implements AutoCloseable {
  private final AVFilterGraph graph = avfilter.avfilter_graph_alloc();
  private final AVFilterContext input = new AVFilterContext();
  private final AVFilterContext output = new AVFilterContext();
  private final AVRational timeBase;
  private final int width;
  private final int height;
  private final int format;

  /**
   * @param like a picture of the size and format of all that follow
   * @param timeBase of the pictures' timestamps
   */
  Deinterlacer(AVFrame like, AVRational timeBase) throws IOException {
    this.timeBase = timeBase;
    this.width = like.width();
    this.height = like.height();
    this.format = like.format();
    String source =
        String.format(
            Locale.ROOT,
            "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:colorspace=%d:range=%d",
            width,
            height,
            format,
            timeBase.num(),
            timeBase.den(),
            like.colorspace(),
            like.color_range());
    AVFilterContext filter = new AVFilterContext();
    // Each camera has a thread already; one a core besides would be too many.
    graph.nb_threads(1);
    try {
      add(input, "buffer", source);
      add(filter, "bwdif", "mode=send_frame:deint=interlaced");
      add(output, "buffersink", null);
      link(input, filter);
      link(filter, output);
      check(avfilter.avfilter_graph_config(graph, null));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Whether the picture's two fields were taken at two moments. */
  static boolean isInterlaced(AVFrame frame) {
    return (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
  }

  /** Whether pictures such as this may be put in. */
  boolean takes(AVFrame frame) {
    return frame.width() == width && frame.height() == height && frame.format() == format;
  }

  /** Puts a picture in, and leaves the frame empty; null: that was the last. */
  void put(AVFrame frame) throws IOException {
    if (frame != null) {
      frame.pts(frame.best_effort_timestamp());
    }
    check(avfilter.av_buffersrc_add_frame(input, frame));
  }

  /** Takes the next whole picture out; false when more must be put in first, or all are out. */
  boolean take(AVFrame frame) throws IOException {
    int code = avfilter.av_buffersink_get_frame(output, frame);
    if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF()) {
      return false;
    }
    check(code);
    // The filter counts in halves, for those who want a picture of each field.
    long stamp = frame.pts();
    frame.best_effort_timestamp(
        stamp == avutil.AV_NOPTS_VALUE
            ? stamp
            : avutil.av_rescale_q(stamp, avfilter.av_buffersink_get_time_base(output), timeBase));
    return true;
  }

  @Override
  public void close() {
    avfilter.avfilter_graph_free(graph);
  }

  private void add(AVFilterContext context, String name, String arguments) throws IOException {
    check(
        avfilter.avfilter_graph_create_filter(
            context, avfilter.avfilter_get_by_name(name), name, arguments, null, graph));
  }

  private static void link(AVFilterContext from, AVFilterContext to) throws IOException {
    check(avfilter.avfilter_link(from, 0, to, 0));
  }

  private static void check(int code) throws IOException {
    Ffmpeg.check(code, "is interlaced and cannot be made whole");
  }
}
