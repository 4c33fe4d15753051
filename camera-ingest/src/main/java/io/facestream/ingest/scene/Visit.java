package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/**
 * One visit of a person before a camera: in from one side, nearer, a pause with a look around, out
 * to a side. Lengths are in heights of the picture, times in seconds.
 *
 * <p>The camera hangs a little above eye level, so eyes stay near the horizon at any distance, and
 * everybody looks roughly into it.
 */
final class Visit {

  private static final float HORIZON = 0.26f;

  /** Units by which shoulders and hair reach out beside the eyes. */
  private static final float REACH = 4.2f;

  private static final float WALKING_YAW = 0.2f;
  private static final float LOOK_AROUND = 0.36f;

  final Actor actor;
  final double start;
  private final double length;
  private final float[] xs;
  private final float[] units;
  private final float arrive;
  private final float depart;
  private final float stature;
  private final int grain;

  Visit(Actor actor, Dice dice, double start, double length, float laneX, float aspect) {
    this.actor = actor;
    this.start = start;
    this.length = length;
    float first = dice.range(0.085f, 0.125f);
    float middle = dice.range(0.095f, 0.145f);
    float nearest = Math.min(0.178f, middle * dice.range(1.05f, 1.5f));
    float last = dice.range(0.09f, 0.16f);
    float in = dice.chance(leftward(laneX / aspect)) ? -REACH * first : aspect + REACH * first;
    float out = dice.chance(leftward(laneX / aspect)) ? -REACH * last : aspect + REACH * last;
    this.xs = new float[] {in, laneX, laneX + dice.range(-0.04f, 0.04f), out};
    this.units = new float[] {first, middle, nearest, last};
    this.arrive = dice.range(0.26f, 0.34f);
    this.depart = dice.range(0.66f, 0.74f);
    this.stature = dice.range(0.6f, 1.3f);
    this.grain = dice.bits();
  }

  /** Mostly the nearer side: who crosses the whole room walks behind or before the others. */
  private static float leftward(float place) {
    return 1 - ramp(0.35f, 0.65f, place);
  }

  boolean runsAt(double time) {
    return time >= start && time < start + length;
  }

  /** Where the person is at a time within the visit. */
  Placement at(double time) {
    float t = (float) ((time - start) / length);
    float seconds = (float) (time - start);
    int leg = t < arrive ? 0 : t < depart ? 1 : 2;
    float from = leg == 0 ? 0 : leg == 1 ? arrive : depart;
    float to = leg == 0 ? arrive : leg == 1 ? depart : 1;
    float progress = ramp(from, to, t);
    float x = mix(xs[leg], xs[leg + 1], progress);
    float unit = mix(units[leg], units[leg + 1], progress);
    float s = (t - from) / (to - from);
    float pace = leg == 1 ? 0.25f * 4 * s * (1 - s) : 4 * s * (1 - s);
    float aside = leg == 1 ? 0 : Math.signum(xs[leg + 1] - xs[leg]);
    float step = noise(grain, seconds * 3.6f, 1) - 0.5f;
    float glance = LOOK_AROUND * (noise(grain, seconds * 0.9f, 2) - 0.5f);
    float yaw = mix(glance, aside * WALKING_YAW, Math.min(1, pace) * Math.abs(aside));
    float roll = 0.09f * (noise(grain, seconds * 0.7f, 3) - 0.5f) + 0.05f * pace * step;
    float y = HORIZON + unit * (stature + 0.16f * pace * step);
    return new Placement(actor, x, y, unit, yaw, roll);
  }
}
