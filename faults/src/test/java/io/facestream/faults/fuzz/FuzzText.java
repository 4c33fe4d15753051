package io.facestream.faults.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Text of every sort, by its size in UTF-8. */
final class FuzzText {
  /** Control characters and what terminals make of them. */
  static final List<String> CONTROLS =
      List.of(
          "\u0000",
          "\u0007",
          "\t",
          "\r\n",
          "\u001b[2J\u001b[31m",
          "\u001b]0;title\u0007",
          "\u007f",
          "\u0085",
          "\u009b2K");

  /** Breaks a line, and is no control character. */
  static final String LINE_SEPARATOR = "\u2028";

  /** Not UTF-8: a byte alone, half of a character, an overlong slash, a lone surrogate. */
  static final List<byte[]> NOT_UTF8 =
      List.of(
          new byte[] {'a', (byte) 0x80},
          new byte[] {'a', (byte) 0xE6, (byte) 0xBC},
          new byte[] {'a', (byte) 0xC0, (byte) 0xAF},
          new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {'a', (byte) 0xFF, (byte) 0xFE});

  /** Of one to four bytes each; a joiner, a letter written from right to left, a combining mark. */
  private static final List<String> MANY_SCRIPTS =
      List.of("a", "Z", "9", "'", "%", "\\", "\"", "é", "ß", "İ", "ı", "ж", "ש", "\u0301");

  private static final List<String> WIDE = List.of("漢", "ह", "\u200d", "😀", "𝔄");

  private final SplittableRandom random;

  FuzzText(SplittableRandom random) {
    this.random = random;
  }

  /** Text in Latin letters. */
  String plain(int bytes) {
    StringBuilder text = new StringBuilder(bytes);
    while (text.length() < bytes) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  /** Text in many scripts, of so many bytes. */
  String mixed(int bytes) {
    StringBuilder text = new StringBuilder(bytes);
    int left = bytes;
    while (left > 0) {
      List<String> from = left >= 4 && random.nextBoolean() ? WIDE : MANY_SCRIPTS;
      String next = from.get(random.nextInt(from.size()));
      int size = utf8(next).length;
      if (size <= left) {
        text.append(next);
        left -= size;
      }
    }
    return text.toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
