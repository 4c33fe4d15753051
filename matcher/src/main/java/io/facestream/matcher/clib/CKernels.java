package io.facestream.matcher.clib;

import io.facestream.matcher.kernel.KernelProvider;
import io.facestream.matcher.kernel.ScanKernel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kernels in C that run here, the fastest first; found by name. */
public final class CKernels implements KernelProvider {
  /** The fastest first, in the order of {@code kernels} of {@code jni.c}. */
  private static final String[] NAMES = {"amx", "avx512", "avxvnni", "avx2", "neon"};

  private static final String WHY_NOT = CLibrary.load();

  @Override
  public Map<String, ScanKernel> fastestFirst() {
    Map<String, ScanKernel> kernels = new LinkedHashMap<>();
    if (WHY_NOT == null) {
      for (int place = 0; place < NAMES.length; place++) {
        if (CLibrary.runs(place)) {
          kernels.put(NAMES[place], new CScan(NAMES[place], place));
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
