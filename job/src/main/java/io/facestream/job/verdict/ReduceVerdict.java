package io.facestream.job.verdict;

import io.facestream.wire.Face;
import io.facestream.wire.Match;
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
 * ones stay longest and then the largest, and at last the watchlists after the first of the only
 * face that is left.
 */
public final class ReduceVerdict implements Reduction<Verdict> {
  private static final long serialVersionUID = 1L;

  /** The first step that leaves out faces. */
  private static final int HALVING = 3;

  @Override
  public Verdict smaller(Verdict whole, int step) {
    int all = whole.faces().size();
    int kept = facesAt(step, all);
    if (kept > 0) {
      return withFaces(whole, kept, step);
    }
    // Of no face there is nothing to leave out.
    return facesAt(step - 1, all) == 1 ? withFirstWatchlistOnly(smaller(whole, step - 1)) : null;
  }

  /** How many of all faces a step leaves. */
  private static int facesAt(int step, int all) {
    return step < HALVING ? all : all >> (step - HALVING + 1);
  }

  private static Verdict withFaces(Verdict whole, int kept, int step) {
    int candidates = step == 1 ? 1 : 0;
    String leftOut = step == 1 ? "attributes, candidates after the best" : "attributes, candidates";
    int all = whole.faces().size();
    List<Face> faces =
        mostWanted(whole.faces(), kept).stream()
            .map(face -> with(face, face.match(), candidates))
            .toList();
    return whole.reducedTo(
        faces, kept == all ? leftOut : leftOut + ", " + (all - kept) + " of " + all + " faces");
  }

  /**
   * The last form of all.
   *
   * @param oneFace a form with one face and no candidates
   */
  private static Verdict withFirstWatchlistOnly(Verdict oneFace) {
    Face face = oneFace.faces().get(0);
    if (face.match() == null || face.match().watchlists().size() < 2) {
      return null;
    }
    return oneFace.reducedTo(
        List.of(with(face, face.match().withFirstWatchlistOnly(), 0)),
        oneFace.reduced() + ", watchlists after the first");
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

  /** With no more candidates than this, and no attributes. */
  private static Face with(Face face, Match match, int candidates) {
    return new Face(
        face.box(),
        face.landmarks(),
        face.score(),
        face.quality(),
        face.outcome(),
        face.track(),
        face.carriedFrom(),
        match,
        face.runnerUp(),
        face.threshold(),
        face.candidates().stream().limit(candidates).toList(),
        Map.of(),
        face.reasonCode(),
        face.reason());
  }
}
