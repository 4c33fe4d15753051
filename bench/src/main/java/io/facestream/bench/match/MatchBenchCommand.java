package io.facestream.bench.match;

import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.process.LargeProcess;
import io.facestream.matcher.kernel.Kernels;
import io.facestream.matcher.kernel.ScanKernel;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream bench match}. */
@Command(
    name = "match",
    description = {
      "Searches a drawn gallery, or real embeddings, with the matcher and with others in turns:"
          + " OpenBLAS in this process; the flat index of FAISS, and its scan of four bits, which is"
          + " an approximation.",
      "Half of the probes are strangers, the others mates at cosines of 0.3 to 0.8. Answers are"
          + " compared to brute force in double. With --embeddings the strangers are rows of the file"
          + " that are left out of the gallery for it, so that some may have mates there; the others"
          + " are rows of the gallery, each with noise to a cosine of 0.3 to 0.8."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class MatchBenchCommand implements Callable<Integer> {
  private static final int DEFAULT_N = 1_000_000;
  private static final int DEFAULT_DIM = 512;

  @Spec private CommandSpec spec;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "Templates. Default: 1000000, or all of --embeddings.")
  private Integer n;

  @Option(
      names = "--dim",
      paramLabel = "D",
      description = "Components of a template. Default: 512, or those of --embeddings.")
  private Integer dim;

  @Option(
      names = "--embeddings",
      paramLabel = "FILE.npy",
      description =
          "Search these: float32 or float64, N x D, as numpy.save writes them. Scaled to unit"
              + " length in float32. Default: a drawn gallery.")
  private Path embeddings;

  @Option(
      names = "--probes",
      paramLabel = "Q",
      split = ",",
      defaultValue = "1,8,64",
      description = "Probes in a batch, one or several sizes. Default: ${DEFAULT-VALUE}.")
  private List<Integer> probes;

  @Option(
      names = "--threads",
      paramLabel = "T",
      defaultValue = "1",
      description = "Threads of each engine; ours has a slice a thread. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--k",
      paramLabel = "K",
      defaultValue = "10",
      description = "Hits per probe. Default: ${DEFAULT-VALUE}.")
  private int k;

  @Option(
      names = "--min",
      paramLabel = "COSINE",
      defaultValue = "-1",
      description = "Least similarity of a hit, ours only. Default: ${DEFAULT-VALUE}, no limit.")
  private double minSimilarity;

  @Option(
      names = "--rounds",
      paramLabel = "R",
      defaultValue = "9",
      description = "Searches of each engine; medians are reported. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "openblas,faiss,faiss-fast-scan",
      description =
          "openblas, faiss, faiss-fast-scan, several of them or none. Absent where they are not"
              + " installed, or templates in fp32 exceed memory. Default: ${DEFAULT-VALUE}.")
  private List<String> baselines;

  @Option(
      names = "--faiss-python",
      paramLabel = "FILE",
      defaultValue = Faiss.DEBIANS,
      description =
          "A Python that has FAISS. Debian's is built without SIMD, pip's faiss-cpu with it."
              + " Default: ${DEFAULT-VALUE}.")
  private Path python;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      description =
          "Our kernel: amx, avx512, avxvnni, avx2, neon or java. Default: the fastest that runs"
              + " here.")
  private String kernel;

  @Option(
      names = "--exact-rows",
      paramLabel = "DIR",
      description = "Keep our fp32 rows in a mapped file in DIR. Default: in memory.")
  private Path exactRows;

  @Mixin private JsonOption json;

  @Option(
      names = "--chart",
      paramLabel = "FILE.svg",
      description = "Draw each engine's milliseconds over the probes into FILE.svg.")
  private Path chart;

  @Override
  public Integer call() throws Exception {
    requireSense();
    if (embeddings == null) {
      int size = n == null ? DEFAULT_N : n;
      int components = dim == null ? DEFAULT_DIM : dim;
      return inLargeProcess(size, components, () -> new DrawnTemplates(size, components));
    }
    try (NpyFile file = NpyFile.open(embeddings)) {
      int mostProbes = Collections.max(probes);
      int size = sizeOf(file, mostProbes);
      return inLargeProcess(size, file.columns(), () -> new FileTemplates(file, size, mostProbes));
    }
  }

  private int sizeOf(NpyFile file, int mostProbes) {
    int most = FileTemplates.most(file, mostProbes);
    if (most < 1) {
      throw refused(
          "--probes=%d leaves %d rows out of the gallery, and --embeddings has %d; ask for fewer",
          mostProbes, FileTemplates.leftOut(mostProbes), file.rows());
    }
    if (n != null && n > most) {
      throw refused(
          "--n=%d is more than the %d rows of --embeddings that are not left out as probes",
          n, most);
    }
    return n == null ? most : n;
  }

  private int inLargeProcess(int size, int components, Supplier<Templates> templates)
      throws Exception {
    long needed = LargeProcess.bytesFor(size, components, exactRows == null);
    if (LargeProcess.isNeeded(needed)) {
      return LargeProcess.run(spec.commandLine().getParseResult().originalArgs(), needed, size);
    }
    return measure(templates.get(), needed);
  }

  private int measure(Templates templates, long needed) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = OutputOptions.notes(spec, out);
    ScanKernel ours = kernel == null ? Kernels.chosen() : Kernels.all().get(kernel);
    MatchSetup setup =
        new MatchSetup(templates, probes, threads, k, rounds, minSimilarity, ours, exactRows);
    try (Baselines peers = Baselines.of(baselines, setup, needed, python, notes)) {
      List<MatchRow> rows = new MatchBench(setup, peers, out).run();
      json.write(rows);
      if (chart != null) {
        MatchChart.write(chart, rows);
      }
      return rows.stream().allMatch(MatchRow::exact) ? 0 : 1;
    }
  }

  private void requireSense() {
    CommandLine command = spec.commandLine();
    if (n != null) {
      Check.atLeastOne(command, "--n", n);
    }
    if (dim != null) {
      Check.atLeastOne(command, "--dim", dim);
    }
    Check.allAtLeastOne(command, "--probes", probes);
    Check.atLeastOne(command, "--threads", threads);
    Check.atLeastOne(command, "--k", k);
    Check.atLeastOne(command, "--rounds", rounds);
    if (!Baselines.NAMES.containsAll(baselines)) {
      throw refused("--baseline knows %s, not all of %s", Baselines.NAMES, baselines);
    }
    if (embeddings != null && dim != null) {
      throw refused("--dim is that of --embeddings; give one of the two");
    }
    if (kernel != null && !Kernels.all().containsKey(kernel)) {
      throw refused("--kernel=%s does not run here; use one of %s", kernel, Kernels.all().keySet());
    }
  }

  private ParameterException refused(String format, Object... values) {
    return new ParameterException(spec.commandLine(), String.format(Locale.ROOT, format, values));
  }
}
