package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.clamp01;

import java.util.Arrays;

/**
 * Turns and lights a head texture: every grid point is moved by its height (orthographic), nearer
 * points hide farther ones, and the relief's normals decide how bright it is.
 */
final class HeadRenderer {

  private static final int W = HeadTexture.WIDTH;
  private static final int H = HeadTexture.HEIGHT;

  private final HeadTexture head;
  private final float[] hollow;

  HeadRenderer(HeadTexture head) {
    this.head = head;
    this.hollow = Blur.box(Blur.box(head.z, W, H, 9), W, H, 9);
    for (int i = 0; i < hollow.length; i++) {
      hollow[i] -= head.z[i];
    }
  }

  Sprite render(HeadPose pose) {
    Sprite sprite = new Sprite(W, H, HeadTexture.PER_UNIT);
    float sin = (float) StrictMath.sin(pose.yaw());
    float cos = (float) StrictMath.cos(pose.yaw());
    float nod = (float) StrictMath.sin(pose.nod());
    float[] depth = new float[W];
    float[] shaded = new float[W * 5];
    for (int row = 1; row < H - 1; row++) {
      Arrays.fill(depth, -9);
      for (int column = 1; column < W - 1; column++) {
        shade(pose, sin, cos, nod, row, column, shaded);
      }
      for (int column = 1; column < W - 2; column++) {
        segment(sprite, row, shaded, column, depth, sin, cos);
      }
    }
    return sprite;
  }

  private void shade(
      HeadPose pose, float sin, float cos, float nod, int row, int column, float[] out) {
    int at = row * W + column;
    float nx = -slope(at, 1);
    float ny = -slope(at, W) - 1.2f * nod;
    float nz = 1;
    float turned = nx * cos + sin;
    nz = nz * cos - nx * sin;
    nx = turned;
    float norm = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
    nx *= norm;
    ny *= norm;
    nz *= norm;
    float lx = 0.55f * pose.light();
    float ly = -0.5f;
    float lz = 0.75f;
    float length = 1 / (float) Math.sqrt(lx * lx + ly * ly + lz * lz);
    float key = Math.max(0, ((nx * lx + ny * ly + nz * lz) * length + 0.15f) / 1.15f);
    float sky = 0.5f - 0.5f * ny;
    float light = 0.26f + 0.2f * sky + pose.strength() * 0.66f * key + 0.1f * nz;
    light *= 1 - clamp01(2.4f * hollow[at]) * 0.55f;
    float mirror = Math.max(0, nx * lx * 0.6f + ny * (ly - 0.1f) + nz * (lz + 0.55f));
    mirror *= mirror * 0.5f;
    mirror *= mirror;
    mirror *= mirror;
    float shine = 60 * head.gloss[at] * mirror;
    int o = column * 5;
    out[o] = head.red[at] * light + shine;
    out[o + 1] = head.green[at] * light + shine;
    out[o + 2] = head.blue[at] * light + shine;
    out[o + 3] = head.alpha[at];
    out[o + 4] = head.z[at];
  }

  private float slope(int at, int step) {
    float d = (head.z[at + step] - head.z[at - step]) * HeadTexture.PER_UNIT * 0.5f;
    return Math.max(-3, Math.min(3, d));
  }

  /** Fills the pixels between two neighbouring grid points of one row. */
  private void segment(
      Sprite sprite, int row, float[] shaded, int column, float[] depth, float sin, float cos) {
    int a = column * 5;
    int b = a + 5;
    if (shaded[a + 3] <= 0 && shaded[b + 3] <= 0) {
      return;
    }
    float xa = place(column, shaded[a + 4], sin, cos);
    float xb = place(column + 1, shaded[b + 4], sin, cos);
    if (xb <= xa || xb - xa > 40) {
      return;
    }
    int first = Math.max(0, (int) Math.ceil(xa));
    int last = Math.min(W - 1, (int) Math.floor(xb));
    for (int x = first; x <= last; x++) {
      float t = (x - xa) / (xb - xa);
      float z = Shade.mix(shaded[a + 4], shaded[b + 4], t);
      if (z < depth[x]) {
        continue;
      }
      depth[x] = z;
      sprite.set(
          x,
          row,
          Shade.mix(shaded[a], shaded[b], t),
          Shade.mix(shaded[a + 1], shaded[b + 1], t),
          Shade.mix(shaded[a + 2], shaded[b + 2], t),
          Shade.mix(shaded[a + 3], shaded[b + 3], t));
    }
  }

  private static float place(int column, float z, float sin, float cos) {
    float u = HeadTexture.LEFT + column / (float) HeadTexture.PER_UNIT;
    // The neck, the axis of the turn, stands a little behind the outline.
    float turned = u * cos + (z - 0.1f) * sin;
    return (turned - HeadTexture.LEFT) * HeadTexture.PER_UNIT;
  }
}
