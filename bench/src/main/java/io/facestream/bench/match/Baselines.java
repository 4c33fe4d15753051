package io.facestream.bench.match;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The baselines of a run and the templates that they search. */
final class Baselines implements AutoCloseable {
  /** What can be asked for; {@code none} stands for itself. */
  static final List<String> NAMES = List.of("openblas", "faiss", "none");

  /** The rest is for the system, the heap and what else runs. */
  private static final double SHARE_OF_MEMORY = 0.8;

  private final Templates templates;
  private final List<Baseline> all = new ArrayList<>();

  private Baselines(Templates templates) {
    this.templates = templates;
  }

  /**
   * The named baselines, as far as they can run here; says which cannot.
   *
   * @param oursBytes what our own slices take
   */
  static Baselines of(List<String> names, MatchSetup setup, long oursBytes, PrintWriter notes)
      throws IOException, InterruptedException {
    boolean blas = names.contains("openblas");
    boolean faiss = names.contains("faiss");
    double theirs = (blas || faiss ? 1 : 0) + (faiss ? 1 : 0);
    double bytes = oursBytes + theirs * setup.n() * setup.dim() * Float.BYTES;
    double memory = physicalMemory();
    if (theirs > 0 && bytes > SHARE_OF_MEMORY * memory) {
      notes.printf(
          Locale.ROOT,
          "With fp32 templates for brute force this needs %.1f GB, and the machine has %.1f GB:"
              + " baselines are left out%n",
          bytes / 1e9,
          memory / 1e9);
    }
    if (theirs == 0 || bytes > SHARE_OF_MEMORY * memory) {
      return new Baselines(new Templates(setup.n(), setup.dim()));
    }
    HeldTemplates held = new HeldTemplates(setup.n(), setup.dim());
    Baselines baselines = new Baselines(held);
    if (blas) {
      int most = setup.probes().stream().mapToInt(Integer::intValue).max().orElse(1);
      baselines.all.add(new OpenBlasBaseline(held, most));
    }
    if (faiss) {
      baselines.addFaiss(FaissBaseline.ifInstalled(held, setup.threads()), notes);
    }
    return baselines;
  }

  private void addFaiss(FaissBaseline faiss, PrintWriter notes) {
    if (faiss == null) {
      notes.println("FAISS is not installed (Debian: apt-get install python3-faiss); left out");
    } else {
      all.add(faiss);
    }
  }

  private static double physicalMemory() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  Templates templates() {
    return templates;
  }

  List<Baseline> all() {
    return all;
  }

  @Override
  public void close() throws IOException {
    all.forEach(Baseline::close);
    if (templates instanceof HeldTemplates held) {
      held.close();
    }
  }
}
