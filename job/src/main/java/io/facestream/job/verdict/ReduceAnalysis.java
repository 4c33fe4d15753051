package io.facestream.job.verdict;

import io.facestream.wire.Analysis;

/** Says that it does not fit; the verdict has the faces. */
public final class ReduceAnalysis implements Reduction<Analysis> {
  private static final long serialVersionUID = 1L;

  @Override
  public Analysis smaller(Analysis whole, int step) {
    return step > 1
        ? null
        : Analysis.failed(
            whole.frameId(),
            whole.cameraId(),
            whole.frame(),
            whole.face(),
            whole.box(),
            whole.analyser(),
            "The topic takes no record so large; see the verdict.");
  }
}
