package io.facestream.console.http;

import io.facestream.wire.Sha256;

/** Entity tags by content. */
final class Etags {
  private static final int DIGITS = 32;

  private Etags() {}

  static String of(byte[] content) {
    return '"' + Sha256.hex(content).substring(0, DIGITS) + '"';
  }
}
