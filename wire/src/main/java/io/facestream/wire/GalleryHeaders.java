package io.facestream.wire;

import java.nio.charset.StandardCharsets;

/** Headers of a record on {@code gallery}. */
public final class GalleryHeaders {
  /**
   * On a record without a value: it erases nobody, but takes the template out of the partition it
   * is in, because another partition has a later word. The value is the last offset it speaks of,
   * decimal; anything else means all before it.
   */
  public static final String SUPERSEDED = "facestream-superseded";

  /** Value of {@link #SUPERSEDED} that speaks of everything before the record. */
  public static final String ALL_BEFORE = "all";

  private GalleryHeaders() {}

  /**
   * The last offset that a repair speaks of.
   *
   * @param header the value of {@link #SUPERSEDED}, or null
   * @param offset the repair's own offset
   */
  public static long supersededUpTo(byte[] header, long offset) {
    String text = header == null ? "" : new String(header, StandardCharsets.ISO_8859_1);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : offset - 1;
  }
}
