package io.facestream.bench.match;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The baselines of a run, the templates that they search, and why others are absent. */
final class Baselines implements AutoCloseable {
  private static final String BLAS = "openblas";
  private static final Map<String, FaissIndex> FAISS =
      Map.of("faiss", FaissIndex.FLAT, "faiss-fast-scan", FaissIndex.FAST_SCAN);

  /** What can be asked for, in the order of a round; {@code none} stands for itself. */
  static final List<String> NAMES = List.of(BLAS, "faiss", "faiss-fast-scan", "none");

  /** The rest is for the system, the heap and what else runs. */
  private static final double SHARE_OF_MEMORY = 0.8;

  private final Templates templates;
  private final List<Baseline> all = new ArrayList<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  private Baselines(Templates templates) {
    this.templates = templates;
  }

  /**
   * The named baselines, as far as they can run here; says which cannot.
   *
   * @param oursBytes what our own slices take
   * @param python where FAISS is looked for
   */
  static Baselines of(
      List<String> names, MatchSetup setup, long oursBytes, Path python, PrintWriter notes)
      throws IOException, InterruptedException {
    Templates source = setup.templates();
    List<String> wanted =
        NAMES.stream().filter(name -> names.contains(name) && !name.equals("none")).toList();
    double bytes = oursBytes + bytesOf(wanted, source);
    double memory = physicalMemory();
    if (!wanted.isEmpty() && bytes > SHARE_OF_MEMORY * memory) {
      String reason =
          String.format(
              Locale.ROOT,
              "with fp32 templates for brute force this needs %.1f GB, and the machine has %.1f GB",
              bytes / 1e9,
              memory / 1e9);
      Baselines none = new Baselines(source);
      wanted.forEach(name -> none.leaveOut(label(name), reason, notes));
      return none;
    }
    if (wanted.isEmpty()) {
      return new Baselines(source);
    }
    Baselines baselines = new Baselines(new HeldTemplates(source));
    try {
      baselines.add(wanted, setup, python, notes);
      return baselines;
    } catch (IOException | InterruptedException | RuntimeException e) {
      baselines.close();
      throw e;
    }
  }

  private static double bytesOf(List<String> wanted, Templates source) {
    double held = wanted.isEmpty() ? 0 : (double) source.size() * source.dim() * Float.BYTES;
    return held
        + wanted.stream()
            .filter(FAISS::containsKey)
            .mapToDouble(name -> FAISS.get(name).bytesOf(source.size(), source.dim()))
            .sum();
  }

  private void add(List<String> wanted, MatchSetup setup, Path python, PrintWriter notes)
      throws IOException, InterruptedException {
    HeldTemplates held = (HeldTemplates) templates;
    if (wanted.contains(BLAS)) {
      all.add(new OpenBlasBaseline(held, setup.mostProbes()));
    }
    if (wanted.stream().anyMatch(FAISS::containsKey)) {
      Faiss faiss = Faiss.of(python);
      for (String name : wanted) {
        FaissIndex index = FAISS.get(name);
        if (index != null && faiss.whyNot(index, held.size()) != null) {
          leaveOut(index.label(), faiss.whyNot(index, held.size()), notes);
        } else if (index != null) {
          all.add(new FaissBaseline(faiss, index, held, setup.threads()));
        }
      }
    }
  }

  private void leaveOut(String name, String reason, PrintWriter notes) {
    absent.put(name, reason);
    notes.println(name + " is absent: " + reason);
  }

  private static String label(String name) {
    return FAISS.containsKey(name) ? FAISS.get(name).label() : name;
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

  /** By name, why a baseline that was asked for is not there. */
  Map<String, String> absent() {
    return absent;
  }

  @Override
  public void close() throws IOException {
    all.forEach(Baseline::close);
    if (templates instanceof HeldTemplates held) {
      held.close();
    }
  }
}
