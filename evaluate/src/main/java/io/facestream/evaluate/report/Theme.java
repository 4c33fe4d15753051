package io.facestream.evaluate.report;

import java.awt.Color;

/** The colours of drawn curves. */
enum Theme {
  /** Dark on white. */
  LIGHT(
      Color.WHITE,
      new Color(0x1f2328),
      new Color(0xd9dee3),
      new Color(0x0b62c4),
      new Color(0xc2410c)),
  /** Light on near black. */
  DARK(
      new Color(0x14181d),
      new Color(0xe6e9ec),
      new Color(0x39414a),
      new Color(0x6cb2ff),
      new Color(0xffa266));

  final Color ground;
  final Color ink;
  final Color grid;
  final Color first;
  final Color second;

  Theme(Color ground, Color ink, Color grid, Color first, Color second) {
    this.ground = ground;
    this.ink = ink;
    this.grid = grid;
    this.first = first;
    this.second = second;
  }
}
