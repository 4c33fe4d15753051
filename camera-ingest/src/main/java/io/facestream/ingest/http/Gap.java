package io.facestream.ingest.http;

import io.facestream.wire.PictureType;
import io.facestream.wire.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the JPEGs of a stream: headers, other pictures, or what is neither. */
final class Gap {
  private static final int MAX_HEADER_CHARS = 4096;
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([^\\r\\n]+)");
  private static final Pattern HEADERS_END = Pattern.compile("\\r?\\n\\r?\\n");

  private Gap() {}

  /** Where the headers of a part end; its start when it has none. */
  static int contentStart(byte[] bytes, int from, int to) {
    Matcher headers = HEADERS_END.matcher(text(bytes, from, to));
    return from + (headers.find() ? headers.end() : 0);
  }

  /** Whether a part that is not at its end yet holds a picture that is no JPEG. */
  static boolean isOtherPicture(byte[] bytes, int from, int to) {
    int start = contentStart(bytes, from, to);
    int end = Math.min(to, start + PictureType.PROBE_BYTES);
    return type(Arrays.copyOfRange(bytes, start, end)).isPresent();
  }

  /** A whole part as a picture that is no JPEG; null when it is none. */
  static PictureReader.Picture picture(byte[] bytes, int from, int to) {
    int start = contentStart(bytes, from, to);
    // The line break before the delimiter belongs to the delimiter.
    int end = to;
    end -= end > start && bytes[end - 1] == '\n' ? 1 : 0;
    end -= end > start && bytes[end - 1] == '\r' ? 1 : 0;
    byte[] content = Arrays.copyOfRange(bytes, start, end);
    return type(content)
        .map(type -> new PictureReader.Picture(content, type.mediaType()))
        .orElse(null);
  }

  /** What a part without a picture is; null when it is empty, as some keep a connection alive. */
  static String part(byte[] bytes, int from, int to) {
    String content = text(bytes, contentStart(bytes, from, to), to);
    if (content.replace("-", "").isBlank()) {
      return null;
    }
    Matcher named = TYPE.matcher(text(bytes, from, to));
    return "a part that is no picture ("
        + (named.find() ? Printable.of(named.group(1).strip(), 60) : "of no named type")
        + ")";
  }

  /**
   * What bytes without a picture are; null when they are mostly text, as headers are, or filling.
   */
  static String junk(byte[] bytes, int from, int to) {
    int odd = 0;
    for (int i = from; i < to; i++) {
      int value = bytes[i] & 0xFF;
      odd +=
          value > 0 && value < '\t' || value > '\r' && value < ' ' || value > '~' && value < 0xFF
              ? 1
              : 0;
    }
    return odd * 4L <= to - from
        ? null
        : String.format(Locale.ROOT, "%,d bytes that belong to no picture", to - from);
  }

  /** Whether nothing stands there, or what only makes up a round length. */
  static boolean isFilling(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0 && bytes[i] != (byte) 0xFF) {
        return false;
      }
    }
    return true;
  }

  private static Optional<PictureType> type(byte[] content) {
    return PictureType.of(content).filter(type -> type.isFrame() && type != PictureType.JPEG);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(
        bytes, from, Math.min(to - from, MAX_HEADER_CHARS), StandardCharsets.ISO_8859_1);
  }
}
