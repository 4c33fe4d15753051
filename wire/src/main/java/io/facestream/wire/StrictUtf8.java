package io.facestream.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that is UTF-8: Java's own decoding replaces what is not, and makes two keys one. */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /** The text, or null when the bytes are not UTF-8. */
  public static String decode(byte[] bytes) {
    try {
      // A new decoder reports what a String's would replace.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * The number of bytes of a text in UTF-8, or −1 when half a character (a lone surrogate) makes it
   * no Unicode text.
   */
  public static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        return -1;
      }
      bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      i += Character.charCount(character);
    }
    return bytes;
  }
}
