package io.facestream.ingest.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** The packets of a {@link Demuxer} as raw pictures, all of them, in order of presentation. */
final class VideoDecoder implements AutoCloseable {
  private final Demuxer demuxer;
  private final Interrupt interrupt;
  private final AVCodecContext codec;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private boolean draining;
  private long unreadablePackets;

  /**
   * @param threads decoding threads; more than one delays a live picture by as many frames, 0 lets
   *     FFmpeg choose
   */
  VideoDecoder(Demuxer demuxer, Interrupt interrupt, int threads) throws IOException {
    this.demuxer = demuxer;
    this.interrupt = interrupt;
    AVCodec decoder = avcodec.avcodec_find_decoder(demuxer.stream().codecpar().codec_id());
    if (decoder == null || decoder.isNull()) {
      throw new IOException("has a video format that this FFmpeg cannot decode");
    }
    codec = avcodec.avcodec_alloc_context3(decoder);
    codec.thread_count(threads);
    avcodec.avcodec_parameters_to_context(codec, demuxer.stream().codecpar());
    codec.pkt_timebase(demuxer.stream().time_base());
    Ffmpeg.check(avcodec.avcodec_open2(codec, decoder, (AVDictionary) null), "cannot be decoded");
  }

  /** Decodes the next picture into the frame; false at the end. */
  boolean decode(AVFrame frame) throws IOException {
    interrupt.arm();
    while (!interrupt.tripped()) {
      int code = avcodec.avcodec_receive_frame(codec, frame);
      if (code >= 0) {
        return true;
      }
      if (code == avutil.AVERROR_EOF()) {
        return false;
      }
      if (code != avutil.AVERROR_EAGAIN()) {
        // A picture that cannot be decoded: the decoder resumes with the next.
        unreadablePackets++;
      }
      feed();
    }
    throw new IOException("was closed");
  }

  /** Packets the decoder refused: damage in a file, loss on the network. */
  long unreadablePackets() {
    return unreadablePackets;
  }

  @Override
  public void close() {
    avcodec.av_packet_free(packet);
    avcodec.avcodec_free_context(codec);
  }

  private void feed() throws IOException {
    if (draining) {
      return;
    }
    if (!demuxer.read(packet)) {
      draining = true;
      // The decoder still holds pictures for reordering; null asks for them.
      avcodec.avcodec_send_packet(codec, null);
      return;
    }
    if (avcodec.avcodec_send_packet(codec, packet) < 0) {
      unreadablePackets++;
    }
    avcodec.av_packet_unref(packet);
  }
}
