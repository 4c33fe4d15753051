package io.facestream.ingest.video;

import io.facestream.ingest.orientation.Orientation;
import io.facestream.ingest.orientation.OrientationWriter;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.wire.PictureType;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Scales the pictures of a source down to a width, as JPEG. What is narrower, or cannot be decoded,
 * is passed on as it is: the job judges it. The width is that of the upright picture, and a
 * picture's orientation stays with it.
 */
public final class ScaledSource implements FrameSource {
  private final FrameSource source;
  private final int maxWidth;
  private final FrameConverter converter;
  private final JpegEncoder encoder;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final AVFrame frame = avutil.av_frame_alloc();
  private boolean freed;

  /**
   * @param source of encoded pictures; closed with this
   * @param options with a width above 0
   */
  public ScaledSource(FrameSource source, SourceOptions options) {
    Ffmpeg.load();
    this.source = source;
    this.maxWidth = options.maxWidth();
    this.converter = new FrameConverter(0, 0);
    this.encoder = new JpegEncoder(options.jpegQuality());
  }

  @Override
  public SourceFrame next() throws IOException, InterruptedException {
    SourceFrame original = source.next();
    return original == null ? null : scaled(original);
  }

  @Override
  public boolean live() {
    return source.live();
  }

  @Override
  public void close() {
    source.close();
    free();
  }

  private synchronized SourceFrame scaled(SourceFrame original) throws IOException {
    if (freed) {
      throw new IOException("was closed");
    }
    if (!decode(original.picture())) {
      return original;
    }
    Orientation orientation = Orientation.of(original.picture());
    int width = orientation.swapsSides() ? frame.height() : frame.width();
    if (width <= maxWidth) {
      return original;
    }
    byte[] scaled = encoder.encode(converter.scale(frame, (double) maxWidth / width));
    byte[] picture =
        orientation.isUpright() ? scaled : OrientationWriter.write(scaled, orientation);
    return new SourceFrame(picture, PictureType.JPEG.mediaType(), original.mediaTime());
  }

  private boolean decode(byte[] picture) throws IOException {
    int format =
        switch (PictureType.of(picture).orElse(PictureType.GIF)) {
          case JPEG -> avcodec.AV_CODEC_ID_MJPEG;
          case PNG -> avcodec.AV_CODEC_ID_PNG;
          case WEBP -> avcodec.AV_CODEC_ID_WEBP;
          default -> avcodec.AV_CODEC_ID_NONE;
        };
    if (format == avcodec.AV_CODEC_ID_NONE) {
      return false;
    }
    var decoder = avcodec.avcodec_find_decoder(format);
    AVCodecContext codec = avcodec.avcodec_alloc_context3(decoder);
    codec.thread_count(1);
    try {
      Ffmpeg.check(avcodec.avcodec_open2(codec, decoder, (AVDictionary) null), "cannot be decoded");
      Ffmpeg.check(avcodec.av_new_packet(packet, picture.length), "out of memory");
      packet.data().capacity(picture.length).put(picture);
      boolean decoded =
          avcodec.avcodec_send_packet(codec, packet) >= 0
              && avcodec.avcodec_send_packet(codec, null) >= 0
              && avcodec.avcodec_receive_frame(codec, frame) >= 0;
      LastWords.take();
      return decoded;
    } finally {
      avcodec.av_packet_unref(packet);
      avcodec.avcodec_free_context(codec);
    }
  }

  private synchronized void free() {
    if (freed) {
      return;
    }
    freed = true;
    avcodec.av_packet_free(packet);
    avutil.av_frame_free(frame);
    encoder.close();
    converter.close();
  }
}
