package io.facestream.bench.match;

import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.process.LargeProcess;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
      "Searches a drawn gallery with the matcher and with brute force in fp32, in turns: OpenBLAS in"
          + " this process, and FAISS where Debian's python3-faiss is installed.",
      "Half of the probes are strangers, the others mates at cosines of 0.3 to 0.8. Answers are"
          + " compared to brute force in double."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class MatchBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Templates. Default: ${DEFAULT-VALUE}.")
  private int n;

  @Option(
      names = "--dim",
      paramLabel = "D",
      defaultValue = "512",
      description = "Components of a template. Default: ${DEFAULT-VALUE}.")
  private int dim;

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
      defaultValue = "openblas,faiss",
      description =
          "openblas, faiss, both or none. Left out where templates in fp32 exceed memory."
              + " Default: ${DEFAULT-VALUE}.")
  private List<String> baselines;

  @Option(
      names = "--exact-rows",
      paramLabel = "DIR",
      description = "Keep our fp32 rows in a mapped file in DIR. Default: in memory.")
  private Path exactRows;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws Exception {
    requireSense();
    long needed = LargeProcess.bytesFor(n, dim, exactRows == null);
    if (LargeProcess.isNeeded(needed)) {
      return LargeProcess.run(spec.commandLine().getParseResult().originalArgs(), needed, n);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = OutputOptions.notes(spec, out);
    MatchSetup setup = new MatchSetup(n, dim, probes, threads, k, rounds, minSimilarity, exactRows);
    try (Baselines peers = Baselines.of(baselines, setup, needed, notes)) {
      List<MatchRow> rows = new MatchBench(setup, out).run(peers.templates(), peers.all());
      json.write(rows);
      return rows.stream().allMatch(MatchRow::exact) ? 0 : 1;
    }
  }

  private void requireSense() {
    CommandLine command = spec.commandLine();
    Check.atLeastOne(command, "--n", n);
    Check.atLeastOne(command, "--dim", dim);
    Check.allAtLeastOne(command, "--probes", probes);
    Check.atLeastOne(command, "--threads", threads);
    Check.atLeastOne(command, "--k", k);
    Check.atLeastOne(command, "--rounds", rounds);
    if (!Baselines.NAMES.containsAll(baselines)) {
      throw new ParameterException(
          command, "--baseline knows " + Baselines.NAMES + ", not all of " + baselines);
    }
  }
}
