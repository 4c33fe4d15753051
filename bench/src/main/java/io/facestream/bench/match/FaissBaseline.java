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
import java.util.Arrays;

/** An index of FAISS in a Python process of its own. */
final class FaissBaseline implements Baseline {
  private final FaissIndex index;
  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;
  private final Path probeFile;
  private final String version;

  FaissBaseline(Faiss faiss, FaissIndex index, HeldTemplates templates, int threads)
      throws IOException {
    this.index = index;
    probeFile = Files.createTempFile("facestream-bench", ".probes");
    ProcessBuilder python =
        new ProcessBuilder(
            faiss.python().toString(),
            "-c",
            script(),
            index.label(),
            templates.file().toString(),
            String.valueOf(templates.dim()),
            probeFile.toString());
    python.redirectError(ProcessBuilder.Redirect.INHERIT);
    // Ours is set to 1; its BLAS shall have what the search has.
    python.environment().remove("OMP_NUM_THREADS");
    python.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
    // Threads that spin while they wait take the processors from those that work.
    python.environment().put("OMP_WAIT_POLICY", "passive");
    process = python.start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    version = answer();
  }

  private static String script() throws IOException {
    try (InputStream in = FaissBaseline.class.getResourceAsStream("faiss_peer.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String name() {
    return index.label() + " " + version;
  }

  @Override
  public Answer search(float[] probes, int count, int k, int threads) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(probes.length * Float.BYTES).order(ByteOrder.nativeOrder());
    bytes.asFloatBuffer().put(probes);
    Files.write(probeFile, bytes.array());
    commands.write(count + " " + k + " " + threads + "\n");
    commands.flush();
    String[] answer = answer().split(" ");
    int[] nearest = Arrays.stream(answer).skip(1).mapToInt(Integer::parseInt).toArray();
    return new Answer(Double.parseDouble(answer[0]), nearest);
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
