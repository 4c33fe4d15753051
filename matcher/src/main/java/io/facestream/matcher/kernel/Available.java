package io.facestream.matcher.kernel;

import java.lang.reflect.InvocationTargetException;

/**
 * What this process can run.
 *
 * @param matrix oneDNN, or null
 * @param whyNotMatrix cause and cure when it is null
 * @param wide the Vector API, or null
 * @param whyNotWide cause and cure when it is null
 */
record Available(MatrixKernels matrix, String whyNotMatrix, WideKernels wide, String whyNotWide) {
  private static final String WIDE = "io.facestream.matcher.vector.VectorKernels";
  private static final String MATRIX = "io.facestream.matcher.onednn.OneDnnKernels";

  static Available here() {
    return of(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        System.getenv("OMP_NUM_THREADS"));
  }

  static Available of(boolean vectorModule, String ompThreads) {
    WideKernels wide = vectorModule ? (WideKernels) instance(WIDE) : null;
    String whyNotWide = "start the JVM with --add-modules jdk.incubator.vector";
    // Each of our threads is one engine. With OpenMP's own threads they would fight for the
    // processors, and spin: 40 times slower was seen.
    if (!"1".equals(ompThreads)) {
      return new Available(
          null, "oneDNN needs OMP_NUM_THREADS=1 in the environment", wide, whyNotWide);
    }
    try {
      return new Available((MatrixKernels) instance(MATRIX), null, wide, whyNotWide);
    } catch (LinkageError e) {
      return new Available(null, "oneDNN cannot be loaded: " + e.getMessage(), wide, whyNotWide);
    }
  }

  MatrixKernels requireMatrix() {
    if (matrix == null) {
      throw new IllegalArgumentException(Kernels.PROPERTY + "=onednn: " + whyNotMatrix);
    }
    return matrix;
  }

  WideKernels requireWide() {
    if (wide == null) {
      throw new IllegalArgumentException(Kernels.PROPERTY + "=vector: " + whyNotWide);
    }
    return wide;
  }

  private static Object instance(String name) {
    try {
      return Class.forName(name).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError missing) {
        throw missing;
      }
      throw new IllegalStateException("cannot load " + name, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " is missing from the class path", e);
    }
  }
}
