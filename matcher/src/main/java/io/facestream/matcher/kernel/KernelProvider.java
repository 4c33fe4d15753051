package io.facestream.matcher.kernel;

import java.util.Map;

/** Kernels that run on this machine. */
public interface KernelProvider {
  /** By name, the fastest first; empty when none runs here. */
  Map<String, ScanKernel> fastestFirst();

  /** Cause, for the log, when there is none. */
  String whyNone();
}
