package io.facestream.matcher.kernel;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernel of this process, once, and says why in one log line. System property {@value
 * #PROPERTY} = {@code scalar} or {@code vector} forces one.
 */
public final class Kernels {
  public static final String PROPERTY = "facestream.matcher.kernel";

  private static final String VECTOR_CLASS = "io.facestream.matcher.vector.VectorDotKernel";
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private Kernels() {}

  /** The kernel of this process. */
  public static DotKernel chosen() {
    return Holder.CHOSEN;
  }

  record Choice(DotKernel kernel, String reason) {}

  /**
   * @param forced the property's value, or null
   * @throws IllegalArgumentException when the forced kernel is unknown or cannot run here
   */
  static Choice choose(String forced, boolean vectorModule) {
    if (forced == null) {
      return vectorModule
          ? new Choice(vector(), VECTOR_MODULE + " is present")
          : new Choice(
              new ScalarDotKernel(),
              "slow: start the JVM with --add-modules " + VECTOR_MODULE + " for the fast kernel");
    }
    String reason = "forced by " + PROPERTY;
    return switch (forced.toLowerCase(Locale.ROOT)) {
      case "scalar" -> new Choice(new ScalarDotKernel(), reason);
      case "vector" -> {
        if (!vectorModule) {
          throw new IllegalArgumentException(
              PROPERTY + "=vector needs the JVM flag --add-modules " + VECTOR_MODULE);
        }
        yield new Choice(vector(), reason);
      }
      default ->
          throw new IllegalArgumentException(
              PROPERTY + "=" + forced + " is no kernel; use scalar or vector");
    };
  }

  static boolean hasVectorModule() {
    return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
  }

  private static DotKernel vector() {
    try {
      return (DotKernel) Class.forName(VECTOR_CLASS).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(VECTOR_CLASS + " is missing from the class path", e);
    }
  }

  private static final class Holder {
    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
    private static final DotKernel CHOSEN = chooseAndLog();

    private static DotKernel chooseAndLog() {
      Choice choice = choose(System.getProperty(PROPERTY), hasVectorModule());
      LOG.info("Scan kernel: {} ({})", choice.kernel().name(), choice.reason());
      return choice.kernel();
    }
  }
}
