package io.facestream.ingest.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * FFmpeg's JPEG encoder with libjpeg's quality scale. It takes the planes as they are, so that
 * video never passes through RGB, and needs no AWT.
 *
 * <p>FFmpeg rounds coefficients at 3/8 of a step where libjpeg takes the half, so that at the same
 * quality its files are smaller and its mean error a tenth greater.
 */
final class JpegEncoder implements AutoCloseable {
  /** FFmpeg divides the table times this by 8: with 8 our tables are used as they are. */
  private static final int UNIT_QSCALE = 8;

  private static final int TABLE_SIZE = 64;

  private final int quality;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private AVCodecContext codec;

  /**
   * @param quality 1…100 as libjpeg counts
   */
  JpegEncoder(int quality) {
    this.quality = quality;
  }

  /** Encodes a full-range YCbCr 4:2:0 picture; any size, which may change between pictures. */
  byte[] encode(AVFrame frame) throws IOException {
    if (codec == null || codec.width() != frame.width() || codec.height() != frame.height()) {
      open(frame);
    }
    frame.quality(UNIT_QSCALE * avutil.FF_QP2LAMBDA);
    frame.pict_type(avutil.AV_PICTURE_TYPE_NONE);
    Ffmpeg.check(avcodec.avcodec_send_frame(codec, frame), "has a picture that cannot be encoded");
    Ffmpeg.check(
        avcodec.avcodec_receive_packet(codec, packet), "has a picture that cannot be encoded");
    byte[] picture = new byte[packet.size()];
    packet.data().capacity(packet.size()).get(picture);
    avcodec.av_packet_unref(packet);
    return picture;
  }

  @Override
  public void close() {
    avcodec.av_packet_free(packet);
    if (codec != null) {
      avcodec.avcodec_free_context(codec);
    }
  }

  private void open(AVFrame frame) throws IOException {
    if (codec != null) {
      avcodec.avcodec_free_context(codec);
    }
    AVCodec encoder = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MJPEG);
    codec = avcodec.avcodec_alloc_context3(encoder);
    codec.width(frame.width()).height(frame.height()).pix_fmt(avutil.AV_PIX_FMT_YUV420P);
    codec.color_range(avutil.AVCOL_RANGE_JPEG).colorspace(avutil.AVCOL_SPC_BT470BG);
    codec.time_base().num(1).den(25);
    codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
    codec.global_quality(UNIT_QSCALE * avutil.FF_QP2LAMBDA);
    codec.thread_count(1);
    codec.intra_matrix(nativeTable(QuantisationTables.luminance(quality)));
    codec.chroma_intra_matrix(nativeTable(QuantisationTables.chrominance(quality)));
    Ffmpeg.check(
        avcodec.avcodec_open2(codec, encoder, (AVDictionary) null), "cannot be encoded as JPEG");
  }

  /** In FFmpeg's own memory, because the codec context frees it. */
  private static ShortPointer nativeTable(short[] table) {
    Pointer memory = avutil.av_malloc((long) TABLE_SIZE * Short.BYTES);
    ShortPointer pointer = new ShortPointer(new BytePointer(memory));
    return pointer.put(table, 0, TABLE_SIZE);
  }
}
