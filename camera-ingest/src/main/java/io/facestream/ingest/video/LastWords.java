package io.facestream.ingest.video;

import io.facestream.wire.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * What FFmpeg said last about its errors, by thread. Its codes say "Invalid argument"; its words
 * say which. What its own decoding threads say (files have some) is not told apart by source, and
 * so left out.
 */
final class LastWords extends LogCallback {
  private static final int LINES = 2;
  private static final int MAX_CHARS = 300;
  private static final int MAX_LINE_BYTES = 1024;
  private static final Pattern ADDRESS_IN_MEMORY = Pattern.compile(" @ (0x)?[0-9a-fA-F]{6,}\\]");
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/\\S*");
  private static final ThreadLocal<LastWords.Lines> LINES_OF_THREAD =
      ThreadLocal.withInitial(Lines::new);

  /** For ever: FFmpeg calls it whenever a thread of it has something to say. */
  private static final LastWords INSTANCE = new LastWords();

  private LastWords() {}

  /** Makes FFmpeg tell us instead of standard error. */
  static void listen() {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    avutil.setLogCallback(INSTANCE);
  }

  /**
   * What was said on this thread since the last call, on one line; empty when nothing was. An
   * address in it is left out, since it may hold a password.
   */
  static String take() {
    Lines lines = LINES_OF_THREAD.get();
    String said = String.join("; ", lines.whole);
    lines.whole.clear();
    String anonymous = ADDRESS_IN_MEMORY.matcher(said).replaceAll("]");
    return Printable.of(URL.matcher(anonymous).replaceAll("(address)"), MAX_CHARS);
  }

  @Override
  public void call(int level, BytePointer text) {
    if (level <= avutil.AV_LOG_ERROR && level >= 0) {
      int length = 0;
      while (length < MAX_LINE_BYTES && text.get(length) != 0) {
        length++;
      }
      byte[] bytes = new byte[length];
      text.get(bytes);
      LINES_OF_THREAD.get().add(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** The last whole lines; FFmpeg may hand them over in pieces. */
  private static final class Lines {
    private final Deque<String> whole = new ArrayDeque<>();
    private final StringBuilder begun = new StringBuilder();

    void add(String piece) {
      begun.append(piece);
      if (piece.endsWith("\n") || begun.length() > MAX_LINE_BYTES) {
        String line = begun.toString().strip();
        begun.setLength(0);
        if (!line.isEmpty() && !line.equals(whole.peekLast())) {
          whole.addLast(line);
        }
        if (whole.size() > LINES) {
          whole.removeFirst();
        }
      }
    }
  }
}
