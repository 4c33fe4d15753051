package io.facestream.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** An MPEG-2 film of {@link InterlacedPicture}s. Parts of it may differ in size and interlacing. */
public final class InterlacedFilm {
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private int width;
  private int height;
  private FieldOrder order;
  private int next;

  public InterlacedFilm(int width, int height, FieldOrder order) {
    then(width, height, order);
  }

  /** The pictures after are of this kind. */
  public InterlacedFilm then(int newWidth, int newHeight, FieldOrder newOrder) {
    this.width = newWidth;
    this.height = newHeight;
    this.order = newOrder;
    return this;
  }

  /** So many pictures more. */
  public InterlacedFilm times(int pictures) throws IOException {
    AVCodecContext codec = open();
    AVPacket packet = avcodec.av_packet_alloc();
    AVFrame frame = avutil.av_frame_alloc();
    frame.width(width).height(height).format(avutil.AV_PIX_FMT_YUV420P);
    avutil.av_frame_get_buffer(frame, 0);
    for (int i = 0; i < pictures; i++) {
      avutil.av_frame_make_writable(frame);
      draw(frame);
      frame.pts(i);
      frame.flags(flags());
      avcodec.avcodec_send_frame(codec, frame);
      drain(codec, packet);
      next++;
    }
    avcodec.avcodec_send_frame(codec, null);
    drain(codec, packet);
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    avcodec.avcodec_free_context(codec);
    return this;
  }

  /** The bare stream, which players take as it is. */
  public Path write(Path file) throws IOException {
    return Files.write(file, stream.toByteArray());
  }

  private AVCodecContext open() throws IOException {
    var encoder = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MPEG2VIDEO);
    AVCodecContext codec = avcodec.avcodec_alloc_context3(encoder);
    codec.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_YUV420P).gop_size(1);
    codec.time_base().num(1).den(25);
    codec.framerate().num(25).den(1);
    codec.bit_rate(20_000_000);
    // Or the decoder would hold the last picture of a part back, and lose it at the next.
    codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_LOW_DELAY);
    if (order != FieldOrder.PROGRESSIVE) {
      codec.flags(
          codec.flags()
              | avcodec.AV_CODEC_FLAG_INTERLACED_DCT
              | avcodec.AV_CODEC_FLAG_INTERLACED_ME);
    }
    if (avcodec.avcodec_open2(codec, encoder, (AVDictionary) null) < 0) {
      throw new IOException("no MPEG-2 encoder");
    }
    return codec;
  }

  private int flags() {
    return switch (order) {
      case PROGRESSIVE -> 0;
      case TOP_FIRST -> AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;
      case BOTTOM_FIRST -> AVFrame.AV_FRAME_FLAG_INTERLACED;
    };
  }

  private void drain(AVCodecContext codec, AVPacket packet) {
    while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
      byte[] bytes = new byte[packet.size()];
      packet.data().capacity(packet.size()).get(bytes);
      stream.writeBytes(bytes);
      avcodec.av_packet_unref(packet);
    }
  }

  private void draw(AVFrame frame) {
    byte[] luma = InterlacedPicture.luma(next, width, height, order);
    for (int y = 0; y < height; y++) {
      new BytePointer(frame.data(0))
          .position((long) y * frame.linesize(0))
          .put(luma, y * width, width);
    }
    byte[] grey = new byte[frame.linesize(1) * ((height + 1) / 2)];
    Arrays.fill(grey, (byte) 128);
    new BytePointer(frame.data(1)).put(grey, 0, grey.length);
    new BytePointer(frame.data(2)).put(grey, 0, grey.length);
  }
}
