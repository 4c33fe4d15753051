package io.facestream.job.synthetic;

import java.nio.file.Path;
import java.util.Random;

/**
 * Somebody crosses a room: in from one side, out at the other, nearer or farther meanwhile, with a
 * bobbing and tilting head that turns now and then. Lengths are in widths of the picture, times in
 * seconds.
 */
final class Walk {
  /** How far outside of the picture it begins and ends. */
  private static final double OUTSIDE = 0.1;

  private static final double STEPS_A_SECOND = 1.8;

  final String person;
  final Path photo;
  final double start;
  final double length;
  private final boolean leftwards;
  private final double height;
  private final double firstWidth;
  private final double lastWidth;
  private final double phase;

  /**
   * @param start when it begins
   * @param random of the room
   */
  Walk(String person, Path photo, double start, Random random) {
    this.person = person;
    this.photo = photo;
    this.start = start;
    this.length = 2.5 + 2 * random.nextDouble();
    this.leftwards = random.nextBoolean();
    this.height = 0.2 + 0.15 * random.nextDouble();
    this.firstWidth = 0.06 + 0.06 * random.nextDouble();
    this.lastWidth = 0.06 + 0.08 * random.nextDouble();
    this.phase = 2 * Math.PI * random.nextDouble();
  }

  boolean runsAt(double time) {
    return time >= start && time < start + length;
  }

  /** Of the middle of the face. */
  double x(double time) {
    double gone = (time - start) / length;
    double along = (1 + 2 * OUTSIDE) * (gone + 0.03 * Math.sin(2 * Math.PI * gone)) - OUTSIDE;
    return leftwards ? 1 - along : along;
  }

  /** Of the middle of the face, in widths of the picture as well. */
  double y(double time) {
    return height + 0.05 * faceWidth(time) * Math.sin(2 * Math.PI * STEPS_A_SECOND * time + phase);
  }

  double faceWidth(double time) {
    return firstWidth + (lastWidth - firstWidth) * (time - start) / length;
  }

  double rollDegrees(double time) {
    return 7 * Math.sin(2 * Math.PI * 0.6 * time + phase);
  }

  /** Share of the face's width that a turned head leaves. */
  double narrowed(double time) {
    return 1 - 0.12 * Math.pow(Math.sin(Math.PI * 0.4 * time + phase), 2);
  }

  /** Widths of the picture a second, whichever way. */
  double speed(double time) {
    double instant = 0.01;
    return Math.abs(x(time + instant) - x(time)) / instant;
  }
}
