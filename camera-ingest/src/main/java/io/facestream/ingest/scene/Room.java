package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/**
 * The empty room before the camera: a wall with window, door, picture and plant, a wooden floor.
 * Lengths are in heights of the picture. Nothing in it has the pattern of a face: large, smooth,
 * few edges.
 */
final class Room {

  /** Where the wall stands on the floor. */
  static final float FLOOR = 0.84f;

  private static final int[] WALLS = {0xcfc8b8, 0xb9c4c4, 0xc9bfae, 0xb7c0b0, 0xc7c3cc};
  private static final int[] DOORS = {0x8a6a4c, 0x6d7680, 0x9c8b74, 0x59483a};
  private static final int[] ACCENTS = {0x3d6b74, 0x9b5a44, 0x54694a, 0x6a5680};

  private final float aspect;
  private final int grain;
  private final int wall;
  private final int door;
  private final int accent;
  private final float doorX;
  private final float frameX;
  private final float plantX;

  Room(Dice dice, float aspect) {
    this.aspect = aspect;
    this.grain = dice.bits();
    this.wall = dice.pick(WALLS);
    this.door = dice.pick(DOORS);
    this.accent = dice.pick(ACCENTS);
    this.doorX = aspect * dice.range(0.6f, 0.7f);
    this.frameX = aspect * dice.range(0.42f, 0.48f);
    this.plantX = aspect * dice.range(0.88f, 0.93f);
  }

  /** Middle of the doorway. */
  float doorX() {
    return doorX;
  }

  int[] paint(int width, int height) {
    int[] pixels = new int[width * height];
    Texel t = new Texel();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        t.clear();
        point(t, (x + 0.5f) / height, (y + 0.5f) / height);
        pixels[y * width + x] = t.rgb();
      }
    }
    return pixels;
  }

  private void point(Texel t, float x, float y) {
    // Light falls off from the window at the left and towards the ceiling.
    float light = 1.02f - 0.26f * x / aspect - 0.22f * (1 - ramp(0, 0.4f, y));
    if (y > FLOOR) {
      floor(t, x, y, light);
    } else {
      t.lay(wall, light * (0.985f + 0.03f * noise(grain, x * 60, y * 60)), 1);
      float skirting = box(x, y, aspect / 2, FLOOR - 0.016f, aspect, 0.016f, 0);
      t.lay(0xf0ece4, light * 0.92f, skirting);
      float glow = bell((x - 0.55f - 0.4f * (y - 0.3f)) / 0.16f, (y - 0.46f) / 0.16f);
      t.tint(1 + 0.1f * glow, 1 + 0.08f * glow, 1 + 0.02f * glow);
    }
    window(t, x, y);
    door(t, x, y, light);
    picture(t, x, y, light);
    plant(t, x, y, light);
  }

  private void floor(Texel t, float x, float y, float light) {
    float depth = 1 / (y - 0.26f);
    float across = (x - aspect / 2) * depth * 3.2f;
    float along = depth * 6;
    float plank = (float) Math.floor(across);
    float tone = 0.86f + 0.2f * Shade.hash(grain + 3, (int) plank, 7);
    float veins = 0.95f + 0.1f * noise(grain + 4, across * 9, along * 1.5f);
    float joint = bell((across - plank - 0.02f) / 0.02f, 0);
    t.lay(0x9c7a58, light * tone * veins * (1 - 0.3f * joint), 1);
    t.darken(mix(0.8f, 1, ramp(FLOOR, FLOOR + 0.04f, y)));
  }

  private void window(Texel t, float x, float y) {
    float w = 0.2f;
    float cx = 0.26f;
    float cy = 0.34f;
    t.darken(1 - 0.18f * box(x, y, cx + 0.015f, cy + 0.02f, w + 0.02f, 0.27f, 0.02f));
    t.lay(0xf2efe8, 1, box(x, y, cx, cy, w + 0.016f, 0.256f, 0.004f));
    float glass = box(x, y, cx, cy, w, 0.24f, 0.002f);
    float sky = ramp(0.1f, 0.55f, y);
    float cloud = ramp(0.52f, 0.75f, noise(grain + 9, x * 7, y * 14)) * (1 - sky);
    t.lay(LookGenerator.blend(0x9cc3e6, 0xe9f1f4, Math.max(sky, cloud)), 1, glass);
    float hill = 0.47f + 0.03f * noise(grain + 10, x * 9, 0) + 0.02f * noise(grain + 11, x * 30, 0);
    t.lay(0x7f9c86, 1.05f, glass * ramp(hill, hill + 0.006f, y));
    t.lay(0xf2efe8, 0.97f, box(x, y, cx, cy, 0.007f, 0.24f, 0) * glass);
    t.lay(0xf2efe8, 0.97f, box(x, y, cx, cy - 0.04f, w, 0.006f, 0) * glass);
    t.lay(0xf6f3ec, 0.96f, box(x, y, cx, cy + 0.27f, w + 0.035f, 0.012f, 0.004f));
  }

  private void door(Texel t, float x, float y, float light) {
    float cy = 0.5f * (FLOOR + 0.13f);
    float half = 0.5f * (FLOOR - 0.13f);
    if (y > FLOOR) {
      return;
    }
    t.lay(0xece7dd, light * 0.9f, box(x, y, doorX, cy + 0.01f, 0.19f, half + 0.02f, 0.004f));
    float leaf = box(x, y, doorX, cy + 0.01f, 0.168f, half, 0.002f);
    float wood = 0.93f + 0.12f * noise(grain + 14, x * 50, y * 3);
    t.lay(door, light * wood, leaf);
    for (int row = 0; row < 2; row++) {
      float py = row == 0 ? cy - 0.17f : cy + 0.19f;
      float outer = box(x, y, doorX, py, 0.12f, row == 0 ? 0.14f : 0.11f, 0.004f);
      float inner =
          box(x, y, doorX + 0.004f, py + 0.004f, 0.112f, row == 0 ? 0.132f : 0.102f, 0.004f);
      t.darken(1 - 0.22f * (outer - Math.min(outer, inner)));
      t.darken(1 - 0.05f * inner);
    }
    t.lay(0xd8c9a0, light, box(x, y, doorX - 0.145f, cy + 0.03f, 0.014f, 0.005f, 0.004f));
  }

  private void picture(Texel t, float x, float y, float light) {
    float cy = 0.25f;
    t.darken(1 - 0.2f * box(x, y, frameX + 0.008f, cy + 0.012f, 0.125f, 0.1f, 0.012f));
    t.lay(0x4a3a2c, light, box(x, y, frameX, cy, 0.118f, 0.093f, 0.002f));
    t.lay(0xf1ece0, light, box(x, y, frameX, cy, 0.109f, 0.084f, 0.001f));
    float canvas = box(x, y, frameX, cy, 0.09f, 0.065f, 0.001f);
    t.lay(LookGenerator.blend(accent, 0xf0d9b0, 0.75f), light, canvas);
    for (int ridge = 0; ridge < 3; ridge++) {
      float at =
          cy - 0.015f + 0.024f * ridge + 0.03f * (noise(grain + 20 + ridge, x * 14, 0) - 0.5f);
      int colour = LookGenerator.blend(0xf0d9b0, accent, 0.4f + 0.3f * ridge);
      t.lay(colour, light, canvas * ramp(at - 0.001f, at + 0.002f, y));
    }
  }

  private void plant(Texel t, float x, float y, float light) {
    float floor = FLOOR + 0.05f;
    t.darken(1 - 0.3f * bell((x - plantX) / 0.07f, (y - floor) / 0.012f));
    for (int leaf = 0; leaf < 9; leaf++) {
      float lean = (leaf - 4) * 0.045f + 0.02f * (Shade.hash(grain, leaf, 1) - 0.5f);
      float tall = 0.36f - 0.012f * (leaf - 4) * (leaf - 4) + 0.05f * Shade.hash(grain, leaf, 2);
      float s = (floor - 0.13f - y) / tall;
      if (s < 0 || s > 1) {
        continue;
      }
      float middle = plantX + lean * s * (1 + s);
      float half = 0.024f * (float) Math.sqrt(s) * (1 - s) * 2.2f;
      float mask = 1 - ramp(half - 0.002f, half + 0.002f, Math.abs(x - middle));
      float side = x < middle ? 1.08f : 0.84f;
      t.lay(leaf % 2 == 0 ? 0x4f7a4c : 0x416b45, light * side * (0.75f + 0.3f * s), mask);
    }
    float taper = 0.062f - 0.12f * (y - floor + 0.15f);
    float pot = 1 - ramp(taper - 0.003f, taper + 0.003f, Math.abs(x - plantX));
    pot *= ramp(floor - 0.153f, floor - 0.15f, y) * (1 - ramp(floor - 0.003f, floor, y));
    float across = (x - plantX) / 0.062f;
    t.lay(accent, light * (1.1f - 0.3f * across - 0.25f * across * across), pot);
  }

  /** Cover of a box by centre and half sizes, its edge softened over {@code soft}. */
  private static float box(float x, float y, float cx, float cy, float hw, float hh, float soft) {
    float s = Math.max(soft, 0.0015f);
    float d = Math.max(Math.abs(x - cx) - hw, Math.abs(y - cy) - hh);
    return 1 - ramp(-s, s, d);
  }
}
