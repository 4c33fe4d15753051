package io.facestream.matcher.kernel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernel of this process, once, and says why in one log line.
 *
 * <p>System property {@value #PROPERTY} forces {@code amx}, {@code avx512}, {@code avxvnni}, {@code
 * avx2}, {@code neon} or {@code java}; {@value #CROSSOVER_PROPERTY} is the largest batch, in
 * probes, that goes the way for few; without it each slice times both on small batches.
 */
public final class Kernels {
  public static final String PROPERTY = "facestream.matcher.kernel";
  public static final String CROSSOVER_PROPERTY = "facestream.matcher.crossover";

  /** By name, so that packages form no circle. */
  private static final String IN_C = "io.facestream.matcher.clib.CKernels";

  private Kernels() {}

  /** The kernel of this process. */
  public static ScanKernel chosen() {
    return Holder.CHOSEN;
  }

  /** Every kernel that runs here, the fastest first; {@code java} is the last. */
  public static Map<String, ScanKernel> all() {
    return all(inC());
  }

  /**
   * @param slow whether that is many times slower than what most machines have, and nobody asked
   *     for it
   */
  record Choice(ScanKernel kernel, String reason, boolean slow) {}

  /**
   * The kernel a property value stands for.
   *
   * @param forced the property's value, or null for the fastest there is
   * @throws IllegalArgumentException when the forced kernel is unknown or cannot run here
   */
  public static ScanKernel named(String forced) {
    return choose(forced, inC()).kernel();
  }

  static Choice choose(String forced, KernelProvider provider) {
    Map<String, ScanKernel> all = all(provider);
    if (forced != null) {
      ScanKernel kernel = all.get(forced.toLowerCase(Locale.ROOT));
      if (kernel == null) {
        throw new IllegalArgumentException(
            PROPERTY + "=" + forced + " does not run here; use one of " + all.keySet());
      }
      return new Choice(kernel, "forced by " + PROPERTY, false);
    }
    ScanKernel fastest = all.values().iterator().next();
    return new Choice(
        fastest,
        all.size() == 1
            ? "slow, for there is no kernel in C: " + provider.whyNone()
            : "the fastest of " + String.join(", ", all.keySet()),
        all.size() == 1);
  }

  private static Map<String, ScanKernel> all(KernelProvider provider) {
    Map<String, ScanKernel> all = new LinkedHashMap<>(provider.fastestFirst());
    ScanKernel everywhere = new JavaScan();
    all.put(everywhere.name(), everywhere);
    return all;
  }

  private static KernelProvider inC() {
    try {
      return (KernelProvider) Class.forName(IN_C).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(IN_C + " is missing from the class path", e);
    }
  }

  private static final class Holder {
    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
    private static final ScanKernel CHOSEN = chooseAndLog();

    private static ScanKernel chooseAndLog() {
      Choice choice = choose(System.getProperty(PROPERTY), inC());
      if (choice.slow()) {
        LOG.warn("Scan kernel: {} ({})", choice.kernel().name(), choice.reason());
      } else {
        LOG.info("Scan kernel: {} ({})", choice.kernel().name(), choice.reason());
      }
      return choice.kernel();
    }
  }
}
