package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/** Skin, ears and lips. */
final class SkinPainter {

  private final Look look;

  SkinPainter(Look look) {
    this.look = look;
  }

  void skin(Texel t, float u, float v, float cover) {
    Look.Skin skin = look.skin();
    float x = Math.abs(u);
    int grain = look.grain();
    float mottle =
        0.95f + 0.06f * noise(grain, u * 5, v * 5) + 0.04f * noise(grain + 1, u * 19, v * 19);
    t.lay(skin.colour(), mottle, cover);
    float blush =
        skin.blush() * bell((x - 0.55f) / 0.22f, (v - 0.5f) / 0.2f)
            + 0.6f * bell(u / 0.14f, (v - look.nose().tip()) / 0.12f);
    t.tint(1, 1 - 0.1f * blush * cover, 1 - 0.09f * blush * cover);
    if (skin.freckles() > 0) {
      float spot = ramp(0.68f, 0.82f, noise(grain + 2, u * 22, v * 22));
      float where = bell(u / 0.5f, (v - 0.35f) / 0.25f);
      t.darken(1 - 0.34f * skin.freckles() * spot * where * cover);
    }
    wrinkles(t, x, v, cover);
    nostrils(t, x, v, cover);
    lips(t, u, v, cover);
  }

  private void wrinkles(Texel t, float x, float v, float cover) {
    float age = look.skin().age();
    float dark = 0;
    for (int line = 0; line < 3; line++) {
      float at = -0.52f - 0.14f * line + 0.05f * x * x;
      dark += bell((v - at) / 0.014f, 0) * (1 - ramp(0.3f, 0.65f, x));
    }
    float crow = x - look.eyes().apart() - look.eyes().width();
    dark += bell((v - 0.5f * crow) / 0.012f, (crow - 0.12f) / 0.05f);
    dark += bell((v + 0.5f * crow) / 0.012f, (crow - 0.12f) / 0.05f);
    t.darken(1 - 0.3f * age * Math.min(1, dark) * cover);
    float bag = bell((x - look.eyes().apart()) / 0.13f, (v - 0.15f) / 0.05f);
    t.darken(1 - (0.08f + 0.15f * age) * bag * cover);
  }

  private void nostrils(Texel t, float x, float v, float cover) {
    Look.Nose nose = look.nose();
    float hole = bell((x - 0.085f * nose.width()) / 0.036f, (v - nose.tip() - 0.075f) / 0.022f);
    t.darken(1 - 0.75f * hole * cover);
    float under = bell(x / (0.13f * nose.width()), (v - nose.tip() - 0.11f) / 0.035f);
    t.darken(1 - 0.2f * under * cover);
    float side = bell((x - 0.215f * nose.width()) / 0.025f, (v - nose.tip() - 0.035f) / 0.07f);
    t.darken(1 - 0.22f * side * cover);
  }

  private void lips(Texel t, float u, float v, float cover) {
    Look.Mouth mouth = look.mouth();
    float s = u / mouth.width();
    if (s * s > 1.2f) {
      return;
    }
    float taper = (float) Math.sqrt(Math.max(0, 1 - s * s));
    float middle = mouth.v() - mouth.smile() * s * s + 0.012f * bell(s / 0.12f, 0);
    float bow = 1 - 0.35f * bell(s / 0.1f, 0) - 0.25f * Math.abs(s);
    float gap = mouth.teeth() * taper;
    float top = middle - mouth.upper() * 1.3f * bow * taper - 0.4f * gap;
    float bottom = middle + mouth.lower() * 1.25f * taper + gap * 0.8f;
    float soft = 0.012f;
    float inside = ramp(top - soft, top + soft, v) * (1 - ramp(bottom - soft, bottom + soft, v));
    float light = v < middle ? 0.86f : 1.03f;
    t.lay(look.mouth().lips(), light, inside * cover * 0.9f);
    t.gloss = Math.max(t.gloss, v > middle ? 0.35f * inside * cover : 0);
    teeth(t, s, v - middle, gap, cover);
    float line =
        gap > 0.02f ? 0 : bell((v - middle) / 0.014f, 0) * (1 - ramp(0.9f, 1.05f, Math.abs(s)));
    t.darken(1 - 0.72f * line * cover);
    float corner = bell((Math.abs(s) - 1) * mouth.width() / 0.025f, (v - middle) / 0.022f);
    t.darken(1 - 0.45f * corner * cover);
  }

  private void teeth(Texel t, float s, float y, float gap, float cover) {
    if (gap <= 0.01f) {
      return;
    }
    float open = ramp(-0.45f * gap, -0.3f * gap, y) * (1 - ramp(0.65f * gap, 0.8f * gap, y));
    float row = 0.95f - 0.3f * Math.abs(s) - 0.12f * bell((s * 5 - Math.round(s * 5)) / 0.04f, 0);
    t.lay(0xf0e8dc, row, open * cover);
    float edge = bell((y + 0.42f * gap) / 0.012f, 0) + bell((y - 0.72f * gap) / 0.014f, 0);
    t.darken(1 - 0.6f * Math.min(1, edge) * cover);
  }
}
