package io.facestream.photos.stills;

import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.file.UnreadablePictureException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes one picture of a photo file. */
final class StillDecoder {
  /** AV_FRAME_FLAG_CORRUPT, which the bindings leave out. */
  private static final int FRAME_IS_CORRUPT = 1;

  private final String title;

  StillDecoder(String title) {
    this.title = title;
  }

  static UnreadablePictureException damaged(String title, String how) {
    return new UnreadablePictureException(
        "damaged " + title + ": " + how + ", save or capture it again");
  }

  /** CV_8UC4 in B, G, R, A; the caller's to close. */
  Mat decode(AVStream stream, AVPacket packet) throws UnreadablePictureException {
    AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
    if (decoder == null || decoder.isNull()) {
      throw new UnreadablePictureException(
          title + " in a coding that cannot be read: save it as JPEG");
    }
    AVCodecContext codec = avcodec.avcodec_alloc_context3(decoder);
    AVFrame frame = avutil.av_frame_alloc();
    try {
      avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
      codec.thread_count(1);
      codec.max_pixels(DecodeOptions.DEFAULT_MAX_PIXELS);
      // What the decoder would have to make up is an error.
      codec.err_recognition(avcodec.AV_EF_EXPLODE | avcodec.AV_EF_CRCCHECK);
      boolean decoded =
          avcodec.avcodec_open2(codec, decoder, (AVDictionary) null) >= 0
              && avcodec.avcodec_send_packet(codec, packet) >= 0
              && avcodec.avcodec_send_packet(codec, null) >= 0
              && avcodec.avcodec_receive_frame(codec, frame) >= 0;
      boolean whole =
          decoded && frame.decode_error_flags() == 0 && (frame.flags() & FRAME_IS_CORRUPT) == 0;
      if (!whole) {
        throw damaged(title, "its data do not decode");
      }
      return pixels(frame);
    } finally {
      avutil.av_frame_free(frame);
      avcodec.avcodec_free_context(codec);
    }
  }

  private Mat pixels(AVFrame frame) throws UnreadablePictureException {
    SwsContext scaler = swscale.sws_alloc_context();
    AVFrame converted = avutil.av_frame_alloc();
    try {
      converted.format(avutil.AV_PIX_FMT_BGRA).width(frame.width()).height(frame.height());
      if (avutil.av_frame_get_buffer(converted, 0) < 0
          || swscale.sws_scale_frame(scaler, converted, frame) < 0) {
        throw damaged(title, "its colours cannot be converted");
      }
      try (Mat view =
          new Mat(
              converted.height(),
              converted.width(),
              opencv_core.CV_8UC4,
              converted.data(0),
              converted.linesize(0))) {
        return view.clone();
      }
    } finally {
      avutil.av_frame_free(converted);
      swscale.sws_free_context(scaler);
    }
  }
}
