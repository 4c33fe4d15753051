package io.facestream.ingest.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is before the camera when. Each camera has lanes; in each lane visit follows visit, and the
 * lanes take turns, so that at any time as many different people are there as there are lanes. All
 * follows from the time alone: no state is kept.
 */
final class Stage {

  private final SceneOptions options;
  private final Cast cast;
  private final int[] order;
  private final float aspect;
  private final double visit;

  Stage(SceneOptions options, Cast cast) {
    this.options = options;
    this.cast = cast;
    this.order = shuffled(cast.size(), new Dice(options.seed(), 1));
    this.aspect = options.width() / (float) options.height();
    this.visit = options.visit().toMillis() / 1000.0;
  }

  /** Everybody there at a time in seconds, farthest first. */
  List<Placement> at(double time) {
    List<Placement> present = new ArrayList<>();
    for (int lane = 0; lane < options.lanes(); lane++) {
      long slot = (long) Math.floor((time - offset(lane)) / visit);
      Visit current = visit(lane, slot);
      if (current.runsAt(time)) {
        present.add(current.at(time));
      }
    }
    present.sort(Comparator.comparingDouble(Placement::unit));
    return present;
  }

  private double offset(int lane) {
    return visit * lane / options.lanes();
  }

  private Visit visit(int lane, long slot) {
    int lanes = options.lanes();
    // Neighbouring cameras take neighbouring people: nobody is at two places while they suffice.
    long turn = slot * lanes + lane + (long) options.camera() * lanes;
    Actor actor = cast.actor(order[(int) Math.floorMod(turn, (long) order.length)]);
    Dice dice = new Dice(options.seed(), options.camera(), lane, slot, 2);
    double gap = visit * dice.range(0, 0.12f);
    float middle = aspect * (lane + 0.5f) / lanes;
    float laneX = middle + dice.range(-0.1f, 0.1f) * aspect / lanes;
    double start = slot * visit + offset(lane) + gap;
    return new Visit(actor, dice, start, visit - gap, laneX, aspect);
  }

  private static int[] shuffled(int count, Dice dice) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = dice.below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
