package io.facestream.ingest.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** Loads FFmpeg once, keeps it off standard error, and puts its error codes into words. */
final class Ffmpeg {
  private static final int MAX_ERROR_TEXT = 256;

  static {
    LastWords.listen();
    avformat.avformat_network_init();
  }

  private Ffmpeg() {}

  /** Call before the first use of any FFmpeg function. */
  static void load() {}

  /** Throws if the code is an error. Returns it otherwise. */
  static int check(int code, String action) throws IOException {
    if (code < 0) {
      throw new IOException(action + ": " + text(code));
    }
    return code;
  }

  static String text(int code) {
    byte[] buffer = new byte[MAX_ERROR_TEXT];
    avutil.av_strerror(code, buffer, buffer.length);
    int end = 0;
    while (end < buffer.length && buffer[end] != 0) {
      end++;
    }
    return new String(buffer, 0, end, StandardCharsets.UTF_8);
  }
}
