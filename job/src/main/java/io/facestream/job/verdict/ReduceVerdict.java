package io.facestream.job.verdict;

import io.facestream.wire.Face;
import io.facestream.wire.Verdict;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Leaves out what a verdict can do without, least missed first: candidates after the best and
 * attributes, then all candidates, then half of the faces and half of those left, of which matched
 * ones stay longest and then the largest.
 */
public final class ReduceVerdict implements Reduction<Verdict> {
  private static final long serialVersionUID = 1L;

  /** The first step that leaves out faces. */
  private static final int HALVING = 3;

  @Override
  public Verdict smaller(Verdict whole, int step) {
    int candidates = step == 1 ? 1 : 0;
    String leftOut = step == 1 ? "attributes, candidates after the best" : "attributes, candidates";
    int all = whole.faces().size();
    int kept = step < HALVING ? all : all >> (step - HALVING + 1);
    if (kept == 0) { // of no face there is nothing to leave out
      return null;
    }
    List<Face> faces =
        mostWanted(whole.faces(), kept).stream().map(face -> without(face, candidates)).toList();
    return whole.reducedTo(
        faces, kept == all ? leftOut : leftOut + ", " + (all - kept) + " of " + all + " faces");
  }

  private static List<Face> mostWanted(List<Face> faces, int count) {
    Set<Integer> wanted = new HashSet<>();
    IntStream.range(0, faces.size())
        .boxed()
        .sorted(Comparator.comparing(i -> faces.get(i).match() == null))
        .limit(count)
        .forEach(wanted::add);
    return IntStream.range(0, faces.size()).filter(wanted::contains).mapToObj(faces::get).toList();
  }

  private static Face without(Face face, int candidates) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        face.outcome(),
        face.match(),
        face.runnerUp(),
        face.candidates().stream().limit(candidates).toList(),
        Map.of(),
        face.reasonCode(),
        face.reason());
  }
}
