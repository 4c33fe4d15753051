package io.facestream.bench.match;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Python that may have FAISS.
 *
 * @param whyNot why it has none, or null
 * @param simd whether its loops use the wide registers of a processor
 */
record Faiss(Path python, String whyNot, boolean simd) {
  /** Debian's {@code python3-faiss} belongs to Debian's Python, whatever else is on the path. */
  static final String DEBIANS = "/usr/bin/python3";

  /** Its fast scan is a lookup in registers; without them each lookup is emulated by a loop. */
  static final String NO_SIMD =
      "this FAISS is built without SIMD, and its fast scan only emulated;"
          + " --faiss-python names another, such as one with pip's faiss-cpu";

  private static final String ASK = "import faiss, numpy; print(faiss.get_compile_options())";

  /** Looks whether it has, by starting it. */
  static Faiss of(Path python) throws IOException, InterruptedException {
    if (!Files.isExecutable(python)) {
      return new Faiss(python, "there is no " + python, false);
    }
    Process process =
        new ProcessBuilder(python.toString(), "-c", ASK)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream in = process.getInputStream()) {
      String options = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0
          ? new Faiss(python, null, !options.contains("GENERIC"))
          : new Faiss(
              python, "FAISS is not installed (Debian: apt-get install python3-faiss)", false);
    }
  }

  /** Why one of its indexes cannot be a peer, or null. */
  String whyNot(FaissIndex index, int templates) {
    if (whyNot != null || index == FaissIndex.FLAT) {
      return whyNot;
    }
    if (templates < FaissIndex.CODES) {
      return "its codebooks are learned from " + FaissIndex.CODES + " templates at least";
    }
    return simd ? null : NO_SIMD;
  }
}
