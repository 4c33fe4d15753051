package io.facestream.bench.match;

import io.facestream.matcher.Hit;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures ours and each baseline, and compares the answers. */
final class MatchBench {
  /** Brute force in double takes a second a probe and million; a part of the batch will do. */
  private static final int MOST_CHECKED = 16;

  private static final double NO_LIMIT = -1;

  private final MatchSetup setup;
  private final Baselines peers;
  private final PrintWriter out;

  MatchBench(MatchSetup setup, Baselines peers, PrintWriter out) {
    this.setup = setup;
    this.peers = peers;
    this.out = out;
  }

  List<MatchRow> run() throws Exception {
    double bandwidth = MemoryBandwidth.gigabytesPerSecond(setup.threads());
    out.printf(Locale.ROOT, "memory %.1f GB/s, %d threads%n", bandwidth, setup.threads());
    List<MatchRow> rows = new ArrayList<>();
    Footprint before = Footprint.now();
    long start = System.nanoTime();
    Templates templates = peers.templates();
    try (Slices slices =
        new Slices(templates, setup.threads(), setup.exactRowsFolder(), setup.kernel())) {
      double seconds = (System.nanoTime() - start) / 1e9;
      double memoryMb = Footprint.now().since(before).print(out, templates.size(), seconds);
      MatchTable.printHead(out, setup);
      for (int count : setup.probes()) {
        float[] probes = templates.probes(count);
        Turns turns = new Turns(setup, slices, peers.all(), probes, count);
        OurSearches ours = ours(turns, slices, probes, count);
        for (PeerSearches peer : theirs(turns, slices, probes, count)) {
          MatchRow row = MatchRow.of(setup, memoryMb, bandwidth, ours, peer);
          MatchTable.print(out, row);
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private OurSearches ours(Turns turns, Slices slices, float[] probes, int count) throws Exception {
    int checked = Math.min(count, MOST_CHECKED);
    List<List<Hit>> found = slices.search(probes, count, setup.k(), setup.minSimilarity());
    boolean exact =
        DoubleCheck.agrees(
            peers.templates(), probes, setup.k(), setup.minSimilarity(), found.subList(0, checked));
    return new OurSearches(count, turns.oursMs(), turns.levels(), exact, checked);
  }

  private List<PeerSearches> theirs(Turns turns, Slices slices, float[] probes, int count)
      throws Exception {
    List<List<Hit>> best = slices.search(probes, count, 1, NO_LIMIT);
    List<PeerSearches> theirs = new ArrayList<>();
    for (int i = 0; i < peers.all().size(); i++) {
      theirs.add(
          new PeerSearches(
              peers.all().get(i).name(),
              turns.theirsMs(i),
              turns.ratio(i),
              Recall.atOne(peers.templates(), probes, turns.nearest(i), best),
              null));
    }
    peers.absent().forEach((name, reason) -> theirs.add(PeerSearches.absent(name, reason)));
    return theirs.isEmpty() ? List.of(PeerSearches.NONE) : theirs;
  }
}
