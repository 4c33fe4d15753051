package io.facestream.job.verdict;

import io.facestream.decision.Decision;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.TemplateHit;
import java.util.List;

/** Hears what is decided of each usable face. */
@FunctionalInterface
interface JudgedFaces {
  /**
   * A face has been judged.
   *
   * @param face its number among the frame's probes
   * @param found what its own search returned
   * @param basis what it was judged on
   */
  void judged(ProbeFrame frame, int face, List<TemplateHit> found, Basis basis, Decision decision);
}
