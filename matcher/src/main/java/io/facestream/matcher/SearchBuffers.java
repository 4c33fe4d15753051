package io.facestream.matcher;

import io.facestream.matcher.kernel.ProbeTile;
import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.Survivors;
import java.util.ArrayList;
import java.util.List;

/** Tiles and survivors of one slice, kept between searches and grown when a batch is larger. */
final class SearchBuffers implements AutoCloseable {
  /** Room for the batches of a camera or two from the start. */
  private static final int LEAST = 16;

  private final int stride;
  private final List<ProbeTile> tiles = new ArrayList<>();
  private Survivors survivors;

  SearchBuffers(int stride) {
    this.stride = stride;
  }

  /** The probes of a batch, in tiles that are valid until the next call. */
  List<ProbeTile> load(Probes probes) {
    int count = probes.count();
    int lanes = Math.min(ProbeTile.MOST, Math.max(LEAST, count));
    if (survivors == null || survivors.probes() < lanes) {
      close();
      survivors = new Survivors(lanes);
    }
    int used = (count + ProbeTile.MOST - 1) / ProbeTile.MOST;
    while (tiles.size() < used) {
      tiles.add(new ProbeTile(lanes, stride));
    }
    for (int i = 0; i < used; i++) {
      int from = i * ProbeTile.MOST;
      tiles.get(i).load(probes, from, Math.min(from + ProbeTile.MOST, count));
    }
    return tiles.subList(0, used);
  }

  /** The tile that a probe of the batch lies in. */
  ProbeTile tileOf(int probe) {
    return tiles.get(probe / ProbeTile.MOST);
  }

  Survivors survivors() {
    return survivors;
  }

  @Override
  public void close() {
    tiles.forEach(ProbeTile::close);
    tiles.clear();
    if (survivors != null) {
      survivors.close();
      survivors = null;
    }
  }
}
