package io.facestream.matcher.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The characters of ids, one after the other in megabyte chunks: a tenth of what {@code String}
 * objects take. An id is named by where it starts, an unsigned int.
 *
 * <p>Layout: length as a varint, then the bytes. Ids in Latin-1 take a byte a character, others
 * two; the lowest bit of the length tells, so that every string comes back as it was.
 */
final class IdBytes {
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int LONGEST = CHUNK / 4;

  private final List<byte[]> chunks = new ArrayList<>();
  private long end;

  static byte[] encode(String id) {
    if (id.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a template id of " + id.length() + " characters; ids may have " + LONGEST);
    }
    boolean latin = isLatin(id);
    byte[] text = latin ? id.getBytes(StandardCharsets.ISO_8859_1) : twoBytesEach(id);
    int head = text.length << 1 | (latin ? 0 : 1);
    int headBytes = Math.max(1, (38 - Integer.numberOfLeadingZeros(head)) / 7);
    byte[] encoded = new byte[headBytes + text.length];
    for (int i = 0; i < headBytes; i++) {
      encoded[i] = (byte) (head >>> 7 * i & 127 | (i < headBytes - 1 ? 128 : 0));
    }
    System.arraycopy(text, 0, encoded, headBytes, text.length);
    return encoded;
  }

  private static boolean isLatin(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) > 255) {
        return false;
      }
    }
    return true;
  }

  private static byte[] twoBytesEach(String id) {
    byte[] text = new byte[2 * id.length()];
    for (int i = 0; i < id.length(); i++) {
      text[2 * i] = (byte) (id.charAt(i) >> 8);
      text[2 * i + 1] = (byte) id.charAt(i);
    }
    return text;
  }

  long bytes() {
    return end;
  }

  /** Stores an encoded id and returns where it starts. */
  int add(byte[] encoded) {
    if (end % CHUNK + encoded.length > CHUNK || end % CHUNK == 0) {
      end = (long) chunks.size() << CHUNK_BITS;
      chunks.add(new byte[CHUNK]);
    }
    if (end + encoded.length > 1L << 32) {
      throw new IllegalStateException("ids of one slice exceed 4 GiB; use more slices");
    }
    System.arraycopy(encoded, 0, chunk((int) end), place((int) end), encoded.length);
    int start = (int) end;
    end += encoded.length;
    return start;
  }

  boolean equals(int start, byte[] encoded) {
    byte[] chunk = chunk(start);
    int place = place(start);
    if (place + encoded.length > CHUNK) {
      return false;
    }
    for (int i = 0; i < encoded.length; i++) {
      if (chunk[place + i] != encoded[i]) {
        return false;
      }
    }
    return true;
  }

  /** The id as it was encoded. */
  byte[] encoded(int start) {
    byte[] chunk = chunk(start);
    int place = place(start);
    int head = 0;
    int headBytes = 0;
    byte next;
    do {
      next = chunk[place + headBytes];
      head |= (next & 127) << 7 * headBytes++;
    } while (next < 0);
    byte[] encoded = new byte[headBytes + (head >>> 1)];
    System.arraycopy(chunk, place, encoded, 0, encoded.length);
    return encoded;
  }

  String decode(int start) {
    byte[] encoded = encoded(start);
    int text = 0;
    while (encoded[text++] < 0) {}
    if ((encoded[0] & 1) == 0) {
      return new String(encoded, text, encoded.length - text, StandardCharsets.ISO_8859_1);
    }
    StringBuilder id = new StringBuilder();
    for (int i = text; i < encoded.length; i += 2) {
      id.append((char) (encoded[i] << 8 | encoded[i + 1] & 255));
    }
    return id.toString();
  }

  private byte[] chunk(int start) {
    return chunks.get(start >>> CHUNK_BITS);
  }

  private static int place(int start) {
    return start & (CHUNK - 1);
  }
}
