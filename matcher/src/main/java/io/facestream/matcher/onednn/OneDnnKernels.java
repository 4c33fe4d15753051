package io.facestream.matcher.onednn;

import io.facestream.matcher.kernel.MatrixKernels;
import io.facestream.matcher.kernel.ProductKernel;
import io.facestream.matcher.kernel.ThresholdScan;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/** What this package offers; found by name. */
public final class OneDnnKernels implements MatrixKernels {
  private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

  static {
    // JavaCPP refuses to allocate once the process is larger than four heaps. The templates lie
    // outside the heap on purpose and have a limit of their own, -XX:MaxDirectMemorySize.
    if (System.getProperty(PHYSICAL_LIMIT) == null) {
      System.setProperty(PHYSICAL_LIMIT, "0");
    }
  }

  /**
   * @throws LinkageError when the native libraries are missing
   */
  public OneDnnKernels() {
    Loader.load(dnnl.class);
  }

  @Override
  public ProductKernel int8(int stride, ThresholdScan scan) {
    return new OneDnnKernel(stride, scan);
  }
}
