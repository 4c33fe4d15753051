package io.facestream.matcher.kernel;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernels of this process, once, and says why in one log line.
 *
 * <p>System property {@value #PROPERTY} forces {@code onednn}, {@code vector}, {@code vector-fp32}
 * or {@code scalar}; {@value #CROSSOVER_PROPERTY} is the largest batch, in probes, that goes to the
 * Vector API where oneDNN is there as well; without it each slice times both on small batches.
 */
public final class Kernels {
  public static final String PROPERTY = "facestream.matcher.kernel";
  public static final String CROSSOVER_PROPERTY = "facestream.matcher.crossover";

  private Kernels() {}

  /** The kernels of this process. */
  public static KernelSuite chosen() {
    return Holder.CHOSEN;
  }

  record Choice(KernelSuite suite, String reason) {}

  /**
   * The kernels a property value stands for.
   *
   * @param forced the property's value, or null for the best there are
   * @throws IllegalArgumentException when the forced kernel is unknown or cannot run here
   */
  public static KernelSuite named(String forced) {
    return choose(forced, Available.here()).suite();
  }

  static Choice choose(String forced, Available available) {
    if (forced == null) {
      return best(available);
    }
    KernelSuite suite =
        switch (forced.toLowerCase(Locale.ROOT)) {
          case "onednn" -> Suites.matrix(available.requireMatrix(), available.wide(), 0);
          case "vector" -> Suites.wide(available.requireWide());
          case "vector-fp32" -> Suites.wideFp32(available.requireWide());
          case "scalar" -> Suites.scalar();
          default ->
              throw new IllegalArgumentException(
                  PROPERTY
                      + "="
                      + forced
                      + " is no kernel; use onednn, vector, vector-fp32 or scalar");
        };
    return new Choice(suite, "forced by " + PROPERTY);
  }

  private static Choice best(Available available) {
    if (available.matrix() != null) {
      int crossover = Integer.getInteger(CROSSOVER_PROPERTY, KernelSuite.MEASURED);
      return new Choice(
          Suites.matrix(available.matrix(), available.wide(), crossover),
          available.wide() == null
              ? "single probes are slow: " + available.whyNotWide()
              : "the fastest there is; "
                  + (crossover == KernelSuite.MEASURED
                      ? "small batches go to whichever is measured to be faster"
                      : "the Vector API takes batches up to " + crossover));
    }
    if (available.wide() != null) {
      return new Choice(
          Suites.wide(available.wide()), "batches are slow: " + available.whyNotMatrix());
    }
    return new Choice(
        Suites.scalar(), "slow: " + available.whyNotWide() + "; " + available.whyNotMatrix());
  }

  private static final class Holder {
    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
    private static final KernelSuite CHOSEN = chooseAndLog();

    private static KernelSuite chooseAndLog() {
      Choice choice = choose(System.getProperty(PROPERTY), Available.here());
      LOG.info("Scan kernel: {} ({})", choice.suite().name(), choice.reason());
      return choice.suite();
    }
  }
}
