package io.facestream.matcher.clib;

import io.facestream.matcher.kernel.KernelProvider;
import io.facestream.matcher.kernel.ScanKernel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kernels in C that run here, the fastest first; found by name. */
public final class CKernels implements KernelProvider {
  /** The fastest first. */
  private static final String[] FASTEST_FIRST = {"amx", "avx512", "avxvnni", "avx2", "neon"};

  /** In the order of {@code kernels} of {@code jni.c}. */
  private static final Map<String, Integer> PLACES =
      Map.of("avx512", 0, "amx", 1, "avxvnni", 2, "avx2", 3, "neon", 4);

  private static final String WHY_NOT = CLibrary.load();

  @Override
  public Map<String, ScanKernel> fastestFirst() {
    Map<String, ScanKernel> kernels = new LinkedHashMap<>();
    if (WHY_NOT == null) {
      for (String name : FASTEST_FIRST) {
        int place = PLACES.get(name);
        if (CLibrary.runs(place)) {
          kernels.put(name, new CScan(name, place));
        }
      }
    }
    return kernels;
  }

  @Override
  public String whyNone() {
    return WHY_NOT == null
        ? "this processor has none of AVX2, AVX-512 VNNI and the dot product of ARMv8.2"
        : "its library cannot be loaded: " + WHY_NOT;
  }
}
