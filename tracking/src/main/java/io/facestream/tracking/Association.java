package io.facestream.tracking;

import io.facestream.tracking.Pairing.Fit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which face of a frame continues which track, in two stages as in ByteTrack (Y. Zhang et al.,
 * arXiv 2110.06864): first those that are good enough to be embedded, then with the tracks that are
 * left those that are not, so that a turned or blurred face does not break the track it belongs to.
 * A detector's weak answers are its second stage there; ours are left out before (docs/tracks.md).
 */
final class Association {
  /** Another pairing that costs as little more is a possible mistake. */
  private static final double DOUBT = 0.5;

  private final Link[] links;

  private Association(int faces) {
    links = new Link[faces];
  }

  /**
   * A face continues a track.
   *
   * @param track its place among the tracks
   * @param sure whether the face surely looks like the track's
   * @param ambiguous whether it may as well be another's
   */
  record Link(int track, boolean sure, boolean ambiguous) {}

  static Association of(List<Track> tracks, List<Detection> faces, Pairing pairing) {
    Association association = new Association(faces.size());
    boolean[] taken = new boolean[tracks.size()];
    association.stage(tracks, faces, pairing, taken, true);
    association.stage(tracks, faces, pairing, taken, false);
    return association;
  }

  private void stage(
      List<Track> tracks, List<Detection> faces, Pairing pairing, boolean[] taken, boolean usable) {
    int[] rows = IntStream.range(0, tracks.size()).filter(i -> !taken[i]).toArray();
    int[] columns =
        IntStream.range(0, faces.size()).filter(i -> faces.get(i).usable() == usable).toArray();
    if (rows.length == 0 || columns.length == 0) {
      return;
    }
    Fit[][] fits = new Fit[rows.length][columns.length];
    double[][] costs = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        fits[i][j] = pairing.fit(tracks.get(rows[i]), faces.get(columns[j]));
        costs[i][j] = fits[i][j].cost();
      }
    }
    int[] assigned = Assignment.of(costs);
    for (int i = 0; i < rows.length; i++) {
      if (assigned[i] >= 0) {
        int face = columns[assigned[i]];
        taken[rows[i]] = true;
        boolean ambiguous = ambiguous(costs, i, assigned[i]);
        links[face] = new Link(rows[i], fits[i][assigned[i]].sure() && !ambiguous, ambiguous);
      }
    }
  }

  private static boolean ambiguous(double[][] costs, int row, int column) {
    double bound = costs[row][column] + DOUBT;
    return IntStream.range(0, costs.length).anyMatch(i -> i != row && costs[i][column] < bound)
        || IntStream.range(0, costs[row].length)
            .anyMatch(j -> j != column && costs[row][j] < bound);
  }

  /** What a face continues, or null. */
  Link linkOf(int face) {
    return links[face];
  }
}
