package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/** Neck, jacket, arms and legs of a standing person, seen from the front. */
final class BodyPainter {

  static final int PER_UNIT = 40;
  static final float LEFT = -4.1f;
  static final float TOP = 0.6f;
  private static final float RIGHT = 4.1f;
  private static final float BOTTOM = 26;
  private static final float HIP = 11.2f;

  private final Look look;

  /** Height of the shoulders at the neck: everybody's neck is equally long. */
  private final float shoulder;

  BodyPainter(Look look) {
    this.look = look;
    this.shoulder = look.head().chin() + 0.4f;
  }

  Sprite paint() {
    int width = (int) ((RIGHT - LEFT) * PER_UNIT);
    int height = (int) ((BOTTOM - TOP) * PER_UNIT);
    Sprite sprite = new Sprite(width, height, PER_UNIT);
    Texel t = new Texel();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        t.clear();
        point(t, LEFT + x / (float) PER_UNIT, TOP + y / (float) PER_UNIT);
        sprite.set(x, y, t.red, t.green, t.blue, t.alpha);
      }
    }
    return sprite;
  }

  private void point(Texel t, float u, float v) {
    float build = look.clothes().build();
    legs(t, u, v, build);
    torso(t, u, v, build);
    arm(t, u, v, build);
    neck(t, u, v, build);
  }

  private void legs(Texel t, float u, float v, float build) {
    float x = Math.abs(u) - 1.05f * build;
    float w = mix(1.02f, 0.62f, Shade.clamp01((v - HIP) / 13)) * build;
    float mask = edge(Math.abs(x), w) * ramp(HIP - 0.6f, HIP - 0.3f, v);
    t.lay(
        look.clothes().legs(),
        round(u, x / w) * fold(u, v, 41),
        mask * (1 - ramp(24.6f, 24.8f, v)));
    float shoe =
        edge(Math.abs(x) / 1.05f, 0.72f) * ramp(24.4f, 24.6f, v) * (1 - ramp(25.4f, 25.6f, v));
    t.lay(0x241d19, round(u, x / 0.8f), shoe);
  }

  private void torso(Texel t, float u, float v, float build) {
    float slope = 0.13f * u * u / build - 0.1f;
    float down = ramp(shoulder + slope - 0.05f, shoulder + slope + 0.06f, v);
    float waist = bell((v - 8.2f) / 2.4f, 0);
    float w = (2.45f - 0.5f * waist) * build;
    float mask = edge(Math.abs(u), w) * down * (1 - ramp(HIP + 0.4f, HIP + 0.6f, v));
    float light = round(u, 0.8f * u / w) * fold(u, v, 43);
    t.lay(look.clothes().top(), light, mask);
    // Shirt in the opening of the jacket, lapels beside it.
    float depth = (v - shoulder) / 3.4f;
    float opening = depth > 1 ? 0 : 0.72f * (1 - depth);
    float shirt = edge(Math.abs(u), opening) * mask;
    t.lay(look.clothes().collar(), 0.95f + 0.1f * light, shirt);
    float lapel = bell((Math.abs(u) - opening - 0.1f) / 0.05f, 0) * (depth < 1 ? 1 : 0) * mask;
    t.darken(1 - 0.25f * lapel);
    float seam = depth > 1 ? bell(u / 0.03f, 0) * mask : 0;
    t.darken(1 - 0.35f * seam);
  }

  private void arm(Texel t, float u, float v, float build) {
    float along = (v - shoulder) / 9.6f;
    float bend = 0.25f * bell((along - 0.5f) / 0.25f, 0);
    float x = Math.abs(u) - (2.42f + bend) * build;
    float w = mix(0.66f, 0.46f, Shade.clamp01(along)) * build;
    float top = shoulder + 1.2f - (float) Math.sqrt(Math.max(0, 1 - x * x / (w * w))) * 0.6f;
    float mask = edge(Math.abs(x), w) * ramp(top, top + 0.12f, v);
    float light = round(u, x / w) * fold(u, v, 47);
    t.lay(look.clothes().top(), light, mask * (1 - ramp(11.6f, 11.75f, v)));
    float gap = bell((x + w) / 0.09f, 0) * ramp(shoulder + 1.4f, shoulder + 2, v);
    t.darken(1 - 0.4f * gap);
    float hand =
        edge(Math.abs(x) / 1.1f, 0.42f) * ramp(11.6f, 11.7f, v) * (1 - ramp(13.1f, 13.5f, v));
    t.lay(look.skin().colour(), round(u, x / 0.5f) * 0.8f, hand);
  }

  private void neck(Texel t, float u, float v, float build) {
    float chin = look.head().chin();
    float flare = ramp(shoulder - 0.5f, shoulder + 0.25f, v);
    float w = (0.56f + 0.35f * flare) * build;
    float end = shoulder + 0.5f - 1.5f * Math.max(0, Math.abs(u) - 0.2f);
    float mask = edge(Math.abs(u), w) * (1 - ramp(end - 0.1f, end + 0.1f, v));
    float shadow = 0.5f + 0.3f * ramp(chin - 0.1f, chin + 0.75f, v);
    t.lay(look.skin().colour(), shadow * round(u, u / w), mask);
  }

  private float fold(float u, float v, int which) {
    int grain = look.grain() + which;
    return 0.9f + 0.2f * noise(grain, u * 1.3f + v * 0.2f, v * 0.7f);
  }

  /** Light on a limb, t = −1…1 across it; the window stands on the left. */
  private static float round(float u, float t) {
    float x = Math.max(-1, Math.min(1, t));
    float nz = (float) Math.sqrt(1 - x * x);
    return 0.36f + 0.52f * nz - 0.22f * x - 0.02f * u;
  }

  private static float edge(float x, float w) {
    return 1 - ramp(w - 0.035f, w + 0.035f, x);
  }
}
