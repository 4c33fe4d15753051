package io.facestream.vision.packs;

import java.util.List;

/** A pack has no analyser of that name, or only a place for one. */
public final class UnknownAnalyserException extends VisionException {
  private static final long serialVersionUID = 1L;

  private UnknownAnalyserException(String message) {
    super(message);
  }

  static UnknownAnalyserException named(String name, String pack, List<String> usable) {
    return new UnknownAnalyserException(
        "The pack '"
            + pack
            + "' has no analyser '"
            + name
            + "': "
            + (usable.isEmpty()
                ? "declare one in a file, or take another pack"
                : "choose one of " + String.join(", ", usable) + ", or declare it in a file"));
  }

  static UnknownAnalyserException slot(String name) {
    return new UnknownAnalyserException(
        "The analyser '"
            + name
            + "' is an empty slot: no model comes with it; declare one in a file, with its legal"
            + " notice confirmed");
  }
}
