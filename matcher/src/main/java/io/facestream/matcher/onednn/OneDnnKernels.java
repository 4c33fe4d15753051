package io.facestream.matcher.onednn;

import io.facestream.matcher.kernel.MatrixKernels;
import io.facestream.matcher.kernel.ProductKernel;
import io.facestream.matcher.kernel.ThresholdScan;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/** What this package offers; found by name. */
public final class OneDnnKernels implements MatrixKernels {
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
