package io.facestream.ingest.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of a {@code multipart/x-mixed-replace} body (RFC 2046, section 5.1), as cameras write
 * it: with or without lengths, and with the boundary's dashes counted in or not.
 */
final class MultipartReader {

  /** A part: its media type (null when it names none) and its content. */
  record Part(String contentType, byte[] content) {}

  /** Above any picture: what claims more is no camera. */
  private static final int MAX_PART_BYTES = 64 * 1024 * 1024;

  private static final int MAX_HEADER_BYTES = 16 * 1024;

  private final InputStream body;
  private final byte[] delimiter;
  private boolean afterDelimiter;

  /**
   * @param boundary as the content type names it
   */
  MultipartReader(InputStream body, String boundary) {
    this.body = new BufferedInputStream(body, 64 * 1024);
    String dashed = boundary.startsWith("--") ? boundary : "--" + boundary;
    this.delimiter = dashed.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The next part.
   *
   * @throws EOFException when the connection ends, also in the middle of a part
   */
  Part next() throws IOException {
    while (!afterDelimiter) {
      afterDelimiter = isDelimiter(line(MAX_PART_BYTES));
    }
    afterDelimiter = false;
    Map<String, String> headers = headers();
    String length = headers.get("content-length");
    byte[] content = length == null ? upToDelimiter() : exactly(length);
    return new Part(headers.get("content-type"), content);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    while (true) {
      String line = new String(line(MAX_HEADER_BYTES), StandardCharsets.ISO_8859_1).strip();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
  }

  private byte[] exactly(String length) throws IOException {
    int bytes;
    try {
      bytes = Integer.parseInt(length);
    } catch (NumberFormatException e) {
      throw new IOException("sent a part of length '" + length + "'", e);
    }
    if (bytes < 0 || bytes > MAX_PART_BYTES) {
      throw new IOException("sent a part of " + bytes + " bytes");
    }
    byte[] content = body.readNBytes(bytes);
    if (content.length < bytes) {
      throw new EOFException("hung up in the middle of a picture");
    }
    return content;
  }

  private byte[] upToDelimiter() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] line = line(MAX_PART_BYTES);
    while (!isDelimiter(line)) {
      content.write(line, 0, line.length);
      if (content.size() > MAX_PART_BYTES) {
        throw new IOException("sent a part without end");
      }
      line = line(MAX_PART_BYTES);
    }
    afterDelimiter = true;
    byte[] all = content.toByteArray();
    // The line break before the delimiter belongs to the delimiter.
    int end = all.length;
    end -= end > 0 && all[end - 1] == '\n' ? 1 : 0;
    end -= end > 0 && all[end - 1] == '\r' ? 1 : 0;
    return Arrays.copyOf(all, end);
  }

  private boolean isDelimiter(byte[] line) {
    return line.length >= delimiter.length
        && Arrays.equals(line, 0, delimiter.length, delimiter, 0, delimiter.length);
  }

  /** The bytes up to and with the next line feed. */
  private byte[] line(int limit) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    while (line.size() < limit) {
      int next = body.read();
      if (next < 0) {
        throw new EOFException("hung up");
      }
      line.write(next);
      if (next == '\n') {
        return line.toByteArray();
      }
    }
    throw new IOException("sent no line break within " + limit + " bytes");
  }
}
