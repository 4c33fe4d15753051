package io.facestream.wire.testing;

import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The order in which frames were answered. */
public final class AnswerOrder {
  private AnswerOrder() {}

  /**
   * Of each camera, the offsets in the order in which they were answered first; its frames are in
   * one partition.
   *
   * @param verdicts in the order of arrival, repeats included
   */
  public static Map<String, List<Long>> offsetsByCamera(Iterable<Verdict> verdicts) {
    Map<String, List<Long>> offsets = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Verdict verdict : verdicts) {
      if (seen.add(verdict.verdictId())) {
        offsets
            .computeIfAbsent(verdict.cameraId(), any -> new ArrayList<>())
            .add(verdict.frame().offset());
      }
    }
    return offsets;
  }
}
