package io.facestream.bench.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** FAISS's {@code IndexFlatIP} in a Python process of its own, where one is installed. */
final class FaissBaseline implements Baseline {
  /** Debian's {@code python3-faiss} belongs to Debian's Python, whatever else is on the path. */
  private static final String PYTHON = "/usr/bin/python3";

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;
  private final Path probeFile;
  private final String version;

  private FaissBaseline(HeldTemplates templates, int threads) throws IOException {
    probeFile = Files.createTempFile("facestream-bench", ".probes");
    ProcessBuilder python =
        new ProcessBuilder(
            PYTHON,
            "-c",
            script(),
            templates.file().toString(),
            String.valueOf(templates.dim()),
            probeFile.toString());
    python.redirectError(ProcessBuilder.Redirect.INHERIT);
    // Ours is set to 1 for the sake of oneDNN; its BLAS shall have what the search has.
    python.environment().remove("OMP_NUM_THREADS");
    python.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
    // Threads that spin while they wait take the processors from those that work.
    python.environment().put("OMP_WAIT_POLICY", "passive");
    process = python.start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    version = answer();
  }

  /** The baseline, or null where FAISS is not installed. */
  static FaissBaseline ifInstalled(HeldTemplates templates, int threads)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return null;
    }
    Process probe =
        new ProcessBuilder(PYTHON, "-c", "import faiss, numpy")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return probe.waitFor() == 0 ? new FaissBaseline(templates, threads) : null;
  }

  private static String script() throws IOException {
    try (InputStream in = FaissBaseline.class.getResourceAsStream("faiss_flat.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String name() {
    return "faiss-flat " + version;
  }

  @Override
  public double searchMillis(float[] probes, int count, int k, int threads) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(probes.length * Float.BYTES).order(ByteOrder.nativeOrder());
    bytes.asFloatBuffer().put(probes);
    Files.write(probeFile, bytes.array());
    commands.write(count + " " + k + " " + threads + "\n");
    commands.flush();
    return Double.parseDouble(answer());
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the FAISS process ended; what it printed is above");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
    probeFile.toFile().delete();
  }
}
