package io.facestream.explain.cli;

import io.facestream.wire.Printable;

/** Words of commands that are suggested. */
final class ShellWord {
  private ShellWord() {}

  /** As a shell takes it. */
  static String quoted(String word) {
    return "'" + Printable.of(word).replace("'", "'\\''") + "'";
  }
}
