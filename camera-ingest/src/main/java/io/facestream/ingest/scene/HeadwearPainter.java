package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/** Headscarf, knitted cap, headband and turban. */
final class HeadwearPainter {

  private static final int SCARF = 1;
  private static final int CAP = 2;
  private static final int BAND = 3;
  private static final int TURBAN = 4;

  private final Look look;

  HeadwearPainter(Look look) {
    this.look = look;
  }

  /** Half width of the outline at height v, 0 where nothing is worn. */
  float halfWidth(float v) {
    Look.Headwear worn = look.headwear();
    float wide = look.head().width() + (worn.kind() == TURBAN ? 0.2f : 0.1f);
    float top = look.head().crown() - (worn.kind() == TURBAN ? 0.32f : 0.16f);
    if (worn.kind() == 0 || worn.kind() == BAND || v <= top) {
      return 0;
    }
    if (v < 0.1f) {
      float s = (v - 0.1f) / (top - 0.1f);
      return wide * (float) Math.sqrt(1 - s * s * (0.5f + 0.5f * s * s));
    }
    return worn.kind() == SCARF ? wide * (1 + 0.12f * Math.min(1, v - 0.1f)) : 0;
  }

  /** How far the cloth stands out over what is below it. */
  float z(float u, float v, float below) {
    float w = halfWidth(v);
    if (w <= 0) {
      return below + 0.04f;
    }
    float side = Math.min(1, Math.abs(u) / w);
    return Math.max((float) Math.sqrt(1 - side * side) - 0.06f, below);
  }

  /** The share of the point that is covered, on the head or around it. */
  float cover(float u, float v, float faceHalfWidth, float face) {
    Look.Headwear worn = look.headwear();
    if (worn.kind() == 0) {
      return 0;
    }
    float x = Math.abs(u);
    float s = u / look.head().width();
    if (worn.kind() == BAND) {
      float at = worn.line() - 0.1f + 0.2f * s * s;
      float inside = faceHalfWidth <= 0 ? 0 : 1 - ramp(faceHalfWidth, faceHalfWidth + 0.03f, x);
      return inside * (1 - ramp(0.07f, 0.09f, Math.abs(v - at)));
    }
    float w = halfWidth(v);
    float outer = w <= 0 ? 0 : 1 - ramp(w - 0.02f, w + 0.025f, x);
    float rim = worn.line() + (worn.kind() == TURBAN ? 0.28f : 0.12f) * s * s;
    float above = 1 - ramp(rim - 0.02f, rim + 0.02f, v);
    if (worn.kind() != SCARF) {
      return outer * above;
    }
    float opening = 0.86f * look.head().width();
    float middle = (worn.line() + look.head().chin()) * 0.5f;
    float y = (v - middle) / (look.head().chin() - middle);
    float hole = (float) Math.sqrt(x * x / (opening * opening) + y * y * y * y);
    float end = 1 - ramp(2.25f, 2.4f, v);
    return outer * end * Math.max(ramp(0.98f, 1.03f, hole), 1 - face);
  }

  void paint(Texel t, float u, float v, float cover) {
    if (cover <= 0) {
      return;
    }
    Look.Headwear worn = look.headwear();
    int grain = look.grain() + 31;
    float folds;
    if (worn.kind() == CAP) {
      folds = 0.82f + 0.25f * bell((u * 9 - (float) Math.floor(u * 9) - 0.5f) / 0.25f, 0);
    } else if (worn.kind() == TURBAN) {
      float wrap = (v + 0.5f * Math.abs(u)) * 5;
      folds = 0.74f + 0.36f * bell((wrap - (float) Math.floor(wrap) - 0.45f) / 0.28f, 0);
    } else {
      folds = 0.85f + 0.25f * noise(grain, u * 4 + v, v * 2.2f);
    }
    t.lay(worn.colour(), folds, cover);
    t.gloss *= 1 - cover;
  }
}
