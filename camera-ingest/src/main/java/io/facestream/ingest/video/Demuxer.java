package io.facestream.ingest.video;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/** Opens an address and reads the packets of its best video stream. Native memory: close it. */
final class Demuxer implements AutoCloseable {
  private final AVFormatContext format;
  private final AVStream stream;

  private Demuxer(AVFormatContext format, AVStream stream) {
    this.format = format;
    this.stream = stream;
  }

  /**
   * Connects and looks into the stream.
   *
   * @param deviceFormat name of a device format such as {@code v4l2}, or null to look and see
   * @throws IOException in FFmpeg's words, such as "Connection refused"
   */
  static Demuxer open(
      String address, String deviceFormat, Map<String, String> options, Interrupt interrupt)
      throws IOException {
    AVInputFormat device = deviceFormat == null ? null : Devices.format(deviceFormat);
    AVFormatContext format = avformat.avformat_alloc_context();
    interrupt.attachTo(format);
    AVDictionary dictionary = new AVDictionary(null);
    try {
      options.forEach((key, value) -> avutil.av_dict_set(dictionary, key, value, 0));
      interrupt.arm();
      // On failure this frees the context.
      Ffmpeg.check(
          avformat.avformat_open_input(format, address, device, dictionary), "cannot be opened");
    } finally {
      avutil.av_dict_free(dictionary);
    }
    try {
      interrupt.arm();
      Ffmpeg.check(
          avformat.avformat_find_stream_info(format, (AVDictionary) null), "cannot be read");
      int best =
          avformat.av_find_best_stream(
              format,
              avutil.AVMEDIA_TYPE_VIDEO,
              -1,
              -1,
              (org.bytedeco.javacpp.PointerPointer<?>) null,
              0);
      Ffmpeg.check(best, "holds no video");
      return new Demuxer(format, format.streams(best));
    } catch (IOException e) {
      avformat.avformat_close_input(format);
      throw e;
    }
  }

  /** Reads the next packet of the video stream; false at the end. */
  boolean read(AVPacket packet) throws IOException {
    while (true) {
      int code = avformat.av_read_frame(format, packet);
      if (code == avutil.AVERROR_EOF()) {
        return false;
      }
      Ffmpeg.check(code, "cannot be read further");
      if (packet.stream_index() == stream.index()) {
        return true;
      }
      avcodec.av_packet_unref(packet);
    }
  }

  AVStream stream() {
    return stream;
  }

  /** Whether the container says how long it is, as files do and cameras do not. */
  boolean hasEnd() {
    return format.duration() != avutil.AV_NOPTS_VALUE && format.duration() > 0;
  }

  /** Frames per second as the container states or suggests; 25 when it does neither. */
  double frameRate() {
    AVRational rate = avformat.av_guess_frame_rate(format, stream, null);
    return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : 25;
  }

  /** How far the picture must be turned clockwise to stand upright: 0, 90, 180 or 270. */
  int rotation() {
    var sideData =
        avcodec.av_packet_side_data_get(
            stream.codecpar().coded_side_data(),
            stream.codecpar().nb_coded_side_data(),
            avcodec.AV_PKT_DATA_DISPLAYMATRIX);
    if (sideData == null || sideData.isNull()) {
      return 0;
    }
    double counterClockwise = avutil.av_display_rotation_get(new IntPointer(sideData.data()));
    return Double.isNaN(counterClockwise)
        ? 0
        : Math.floorMod(-Math.round(counterClockwise / 90) * 90, 360);
  }

  @Override
  public void close() {
    avformat.avformat_close_input(format);
  }
}
