package io.facestream.bench.match;

import io.facestream.matcher.Hit;
import io.facestream.matcher.SearchWork;
import io.facestream.matcher.kernel.Kernels;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measures ours and each baseline in turn, so that a busy minute slows both. */
final class MatchBench {
  private static final int WARM_UPS = 3;

  /** A small gallery is searched before the compiler has seen anything: it gets more searches. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  /** Brute force in double takes a second a probe and million; a part of the batch will do. */
  private static final int MOST_CHECKED = 16;

  private final MatchSetup setup;
  private final PrintWriter out;
  private double memoryMb;

  MatchBench(MatchSetup setup, PrintWriter out) {
    this.setup = setup;
    this.out = out;
  }

  List<MatchRow> run(Templates templates, List<Baseline> baselines) throws Exception {
    double bandwidth = MemoryBandwidth.gigabytesPerSecond(setup.threads());
    out.printf(Locale.ROOT, "memory %.1f GB/s, %d threads%n", bandwidth, setup.threads());
    List<MatchRow> rows = new ArrayList<>();
    Footprint before = Footprint.now();
    long start = System.nanoTime();
    try (Slices slices = new Slices(templates, setup.threads(), setup.exactRowsFolder())) {
      double seconds = (System.nanoTime() - start) / 1e9;
      memoryMb = Footprint.now().since(before).print(out, setup.n(), seconds);
      MatchTable.printHead(out);
      for (int count : setup.probes()) {
        rows.addAll(measure(templates, slices, baselines, count, bandwidth));
      }
    }
    return rows;
  }

  private List<MatchRow> measure(
      Templates templates, Slices slices, List<Baseline> baselines, int count, double bandwidth)
      throws Exception {
    float[] probes = templates.probes(count);
    long start = System.nanoTime();
    for (int i = 0; i < WARM_UPS || System.nanoTime() - start < WARM_UP_NANOS; i++) {
      ours(slices, probes, count);
      for (Baseline baseline : baselines) {
        baseline.searchMillis(probes, count, setup.k(), setup.threads());
      }
    }
    SearchWork before = slices.work();
    double[] ours = new double[setup.rounds()];
    double[][] theirs = new double[baselines.size()][setup.rounds()];
    for (int round = 0; round < setup.rounds(); round++) {
      ours[round] = ours(slices, probes, count);
      for (int i = 0; i < theirs.length; i++) {
        theirs[i][round] = baselines.get(i).searchMillis(probes, count, setup.k(), setup.threads());
      }
    }
    SearchWork work = slices.work().minus(before);
    double again = work.scored() / (double) setup.rounds() / count;
    int checked = Math.min(count, MOST_CHECKED);
    boolean exact = exact(templates, slices, probes, count, checked);
    List<MatchRow> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(1, theirs.length); i++) {
      double[] other = i < theirs.length ? theirs[i] : null;
      String name = other == null ? null : baselines.get(i).name();
      rows.add(row(count, ours, name, other, bandwidth, again, exact, checked));
    }
    rows.forEach(row -> MatchTable.print(out, row));
    return rows;
  }

  private MatchRow row(
      int count,
      double[] ours,
      String baseline,
      double[] theirs,
      double bandwidth,
      double again,
      boolean exact,
      int checked) {
    double median = median(ours);
    double gigabytes = (double) setup.n() * setup.dim() / median / 1e6;
    return new MatchRow(
        Kernels.chosen().name(),
        setup.n(),
        setup.dim(),
        count,
        setup.threads(),
        setup.k(),
        setup.minSimilarity(),
        median,
        count / median * 1000,
        gigabytes,
        gigabytes / bandwidth,
        again,
        memoryMb,
        baseline,
        theirs == null ? null : median(theirs),
        theirs == null ? null : median(ratios(theirs, ours)),
        exact,
        checked);
  }

  private double ours(Slices slices, float[] probes, int count) throws Exception {
    long start = System.nanoTime();
    slices.search(probes, count, setup.k(), setup.minSimilarity());
    return (System.nanoTime() - start) / 1e6;
  }

  private boolean exact(Templates templates, Slices slices, float[] probes, int count, int checked)
      throws Exception {
    List<List<Hit>> found = slices.search(probes, count, setup.k(), setup.minSimilarity());
    return DoubleCheck.agrees(
        templates, probes, setup.k(), setup.minSimilarity(), found.subList(0, checked));
  }

  private static double[] ratios(double[] theirs, double[] ours) {
    return IntStream.range(0, ours.length).mapToDouble(i -> theirs[i] / ours[i]).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
