package io.facestream.ingest.http;

import io.facestream.ingest.SourceListener;
import io.facestream.wire.PictureType;
import io.facestream.wire.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures in the body of a camera's reply. A JPEG is known by its own start and end: cameras
 * write lengths, headers and line breaks around it that are wrong, or none. The boundary only tells
 * parts that are no pictures, which are skipped and counted, and pictures that are no JPEGs.
 */
final class PictureReader {

  /** A picture and what it is. */
  record Picture(byte[] bytes, String contentType) {}

  /** Above any picture: what goes on for longer is none. */
  private static final int MAX_PICTURE_BYTES = 64 * 1024 * 1024;

  private static final int READ_BYTES = 64 * 1024;
  private static final int MAX_HEADER_CHARS = 4096;
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([^\\r\\n]+)");
  private static final Pattern HEADERS_END = Pattern.compile("\\r?\\n\\r?\\n");

  private final InputStream body;
  private final Delimiter delimiter;
  private final SourceListener listener;
  private byte[] bytes = new byte[READ_BYTES];
  private int length;
  private int partStart;
  private int scanned;
  private int floor;
  private boolean delimited;
  private boolean partCounted;
  private boolean pictureDue = true;
  private long received;

  /**
   * @param boundary as the reply announces it, or null
   * @param listener hears of parts that are no pictures
   */
  PictureReader(InputStream body, String boundary, SourceListener listener) {
    this.body = body;
    this.delimiter = new Delimiter(boundary);
    this.listener = listener;
  }

  /** Bytes received so far. */
  long received() {
    return received;
  }

  /**
   * The next picture; null when more must be read first, by {@link #receive}.
   *
   * <p>A JPEG without its end marker is handed out up to what follows it.
   */
  Picture next() {
    for (; scanned + 2 < length; scanned++) {
      if (delimiter.isAt(bytes, scanned, length)) {
        Picture other = endPart(scanned);
        partStart = scanned + delimiter.length();
        scanned = partStart;
        floor = partStart;
        delimited = true;
        pictureDue = true;
        partCounted = false;
        if (other != null) {
          return other;
        }
        scanned--;
      } else if ((pictureDue || !delimited) && isJpegAt(scanned)) {
        JpegWalk walk = new JpegWalk(scanned, delimiter);
        JpegWalk.State state = walk.walk(bytes, length);
        if (state == JpegWalk.State.OPEN) {
          if (length - scanned <= MAX_PICTURE_BYTES) {
            return null;
          }
          state = JpegWalk.State.BROKEN;
        }
        if (state != JpegWalk.State.BROKEN) {
          return jpeg(scanned, walk.end());
        }
        listener.skipped("a damaged JPEG");
        partCounted = true;
        // What looked like a segment may hide the next picture.
        floor = Math.max(scanned + 1, walk.end());
        scanned = floor - 1;
      }
    }
    return null;
  }

  /**
   * Reads what is there, at least a byte.
   *
   * @throws EOFException when the connection ends
   */
  void receive() throws IOException {
    forget();
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int read = body.read(bytes, length, bytes.length - length);
    if (read < 0) {
      throw new EOFException("hung up");
    }
    length += read;
    received += read;
  }

  private Picture jpeg(int start, int end) {
    byte[] picture = Arrays.copyOfRange(bytes, start, end);
    partStart = end;
    floor = end;
    scanned = end;
    pictureDue = false;
    return new Picture(picture, PictureType.JPEG.mediaType());
  }

  /** What ends here; a picture that is no JPEG, or null. */
  private Picture endPart(int end) {
    if (!delimited || !pictureDue || partCounted) {
      return null;
    }
    String text =
        new String(
            bytes,
            partStart,
            Math.min(end - partStart, MAX_HEADER_CHARS),
            StandardCharsets.ISO_8859_1);
    Matcher headers = HEADERS_END.matcher(text);
    int start = partStart + (headers.find() ? headers.end() : 0);
    // The line break before the delimiter belongs to the delimiter.
    int contentEnd = end;
    contentEnd -= contentEnd > start && bytes[contentEnd - 1] == '\n' ? 1 : 0;
    contentEnd -= contentEnd > start && bytes[contentEnd - 1] == '\r' ? 1 : 0;
    byte[] content = Arrays.copyOfRange(bytes, start, contentEnd);
    var type = PictureType.of(content).filter(PictureType::isFrame);
    if (type.isPresent()) {
      return new Picture(content, type.get().mediaType());
    }
    // Empty parts keep a connection alive.
    if (!new String(content, StandardCharsets.ISO_8859_1).replace("-", "").isBlank()) {
      Matcher named = TYPE.matcher(text);
      listener.skipped(
          "a part that is no picture ("
              + (named.find() ? Printable.of(named.group(1).strip(), 60) : "of no named type")
              + ")");
    }
    return null;
  }

  private boolean isJpegAt(int at) {
    return (bytes[at] & 0xFF) == 0xFF
        && (bytes[at + 1] & 0xFF) == 0xD8
        && (bytes[at + 2] & 0xFF) == 0xFF;
  }

  /** Drops what is done with; keeps what may be the beginning of a delimiter. */
  private void forget() {
    // Seen from its start again when the delimiter may begin in what is there.
    scanned = Math.max(floor, Math.min(scanned, length - delimiter.length() - 2));
    if (scanned - partStart > MAX_PICTURE_BYTES) {
      partStart = scanned;
    }
    System.arraycopy(bytes, partStart, bytes, 0, length - partStart);
    length -= partStart;
    scanned -= partStart;
    floor = Math.max(0, floor - partStart);
    partStart = 0;
  }
}
