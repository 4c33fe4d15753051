package io.facestream.job.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** How large a record is when it is alone in its batch, as producer and broker count it. */
final class RecordSize {
  /** A batch's header (61 bytes), and a record's own fields at their longest. */
  private static final int OVERHEAD = 61 + 36;

  /** Lengths of a header's name and value at their longest. */
  private static final int HEADER_OVERHEAD = 10;

  private RecordSize() {}

  /** Upper bound in bytes; key, value and values of headers may be null. */
  static long of(byte[] key, byte[] value, Headers headers) {
    long bytes = OVERHEAD + lengthOf(key) + lengthOf(value);
    for (Header header : headers) {
      bytes +=
          HEADER_OVERHEAD
              + header.key().getBytes(StandardCharsets.UTF_8).length
              + lengthOf(header.value());
    }
    return bytes;
  }

  private static long lengthOf(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
