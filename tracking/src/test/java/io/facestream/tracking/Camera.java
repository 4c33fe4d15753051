package io.facestream.tracking;

import io.facestream.wire.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A camera before which faces are put, and what its tracker says of them. */
final class Camera {
  static final double SIDE = 0.1;

  private final List<Detection> inView = new ArrayList<>();
  private CameraTracks tracks = CameraTracks.NONE;
  private byte[] scene = noise(1, 1024);
  private long offset;

  /** Looks of a person, unlike everybody else's. */
  static byte[] looksOf(int person) {
    return noise(100 + person, Patch.SIDE * Patch.SIDE);
  }

  static byte[] noise(long seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  /** Somebody, in the next frame. */
  Camera shows(int person, double x, double y) {
    return shows(person, x, y, 0.5);
  }

  Camera shows(int person, double x, double y, double quality) {
    inView.add(new Detection(boxAt(x, y), quality, true, looksOf(person)));
    return this;
  }

  /** Somebody, unless hidden. */
  Camera and(boolean visible, int person, double x, double y) {
    return visible ? shows(person, x, y) : this;
  }

  /** Somebody who is too small, turned or blurred. */
  Camera showsBadly(double x, double y) {
    inView.add(new Detection(boxAt(x, y), 0.1, false, null));
    return this;
  }

  private static Box boxAt(double x, double y) {
    return new Box(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE);
  }

  /** Shows another picture from now on. */
  Camera cuts() {
    scene = noise(2 + offset, scene.length);
    return this;
  }

  /** The next frame. */
  List<TrackedFace> at(long millis) {
    TrackedFrame frame = new TrackedFrame("door@0-" + offset++, millis, scene, List.copyOf(inView));
    inView.clear();
    Tracker.Step step = Tracker.follow(tracks, frame);
    tracks = step.tracks();
    return step.faces();
  }

  CameraTracks tracks() {
    return tracks;
  }
}
