package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/** Eyes with lids, lashes and irises, and the brows above them. */
final class EyePainter {

  private static final int SCLERA = 0xece6e0;
  private static final int LASH = 0x140d0b;

  private final Look look;

  EyePainter(Look look) {
    this.look = look;
  }

  void eyes(Texel t, float u, float v, float cover) {
    Look.Eyes eyes = look.eyes();
    float x = Math.abs(u) - eyes.apart();
    if (Math.abs(x) > 0.42f || v < -0.5f || v > 0.3f) {
      return;
    }
    brow(t, x, u, v, cover);
    float y = v + eyes.tilt() * x;
    float a = eyes.width();
    float s = x / a;
    float arc = Math.max(0, 1 - s * s);
    float upper = -eyes.open() * 1.15f * (float) Math.sqrt(arc) * (0.75f + 0.25f * arc);
    float lower = eyes.open() * 0.8f * arc;
    float soft = 0.012f;
    float slit = Math.abs(s) >= 1 ? 0 : 1;
    float inside =
        slit * ramp(upper - soft, upper + soft, y) * (1 - ramp(lower - soft, lower + soft, y));

    float lid = bell(s / 0.7f, (y - upper + 0.05f) / 0.04f) * (y < upper ? 1 : 0);
    t.lay(look.skin().lidColour(), 1, look.skin().lids() * lid * cover);
    float crease = bell((y - upper + 0.045f + 0.05f * eyes.hood()) / 0.016f, s / 0.75f);
    t.darken(1 - Math.min(0.6f, 0.38f * (0.4f + eyes.hood())) * crease * cover);
    float shadow = bell(s / 0.8f, (y + 0.02f) / 0.09f);
    t.darken(1 - 0.14f * shadow * cover);

    float shade = mix(0.66f, 1, ramp(upper, upper + 0.07f, y));
    t.lay(SCLERA, shade, inside * cover);
    iris(t, x, y + 0.012f, shade, inside * cover);
    float pink = bell((s + 0.93f) / 0.06f, y / 0.03f);
    t.lay(0xb87a70, 0.9f, pink * 0.8f * cover);

    float rim = 1 - ramp(0.98f, 1.1f, Math.abs(s));
    float lash = rim * bell((y - upper + 0.006f) / (0.016f * eyes.lashes()), 0);
    t.lay(LASH, 1, Math.min(1, lash * 1.2f) * cover * 0.92f);
    float lashBelow = rim * bell((y - lower) / 0.012f, 0);
    t.lay(LASH, 1, lashBelow * cover * 0.4f);
  }

  private void iris(Texel t, float x, float y, float shade, float cover) {
    float r = (float) Math.sqrt(x * x + y * y);
    float radius = 0.088f;
    float disc = 1 - ramp(radius - 0.008f, radius + 0.008f, r);
    float rays = 0.8f + 0.4f * noise(look.grain() + 5, x * 60, y * 60);
    float ring = 1 - 0.55f * ramp(radius * 0.6f, radius, r);
    t.lay(look.eyes().iris(), shade * rays * ring * 1.15f, disc * cover);
    t.lay(0x0a0808, 1, (1 - ramp(0.032f, 0.042f, r)) * cover);
    float glint = bell((x + 0.028f) / 0.012f, (y + 0.03f) / 0.012f);
    t.lay(0xffffff, 1, Math.min(1, glint * 1.2f) * cover);
  }

  private void brow(Texel t, float x, float u, float v, float cover) {
    Look.Brows brows = look.brows();
    float s = (x - 0.02f) / brows.length();
    if (s * s > 1.3f) {
      return;
    }
    float at =
        -brows.height() - brows.slope() * x - brows.arch() * (1 - s * s) + brows.arch() * 0.5f;
    float taper = s > 0 ? 1 - 0.7f * s : 1 - 0.25f * s * s;
    float thick = brows.thick() * Math.max(0.2f, taper);
    float edge = 1 - ramp(0.86f, 1.06f, Math.abs(s));
    float hairs = 0.62f + 0.5f * noise(look.grain() + 7, u * 46 + v * 20, v * 16);
    float mask = edge * bell((v - at) / thick, 0) * hairs * 1.5f;
    t.lay(brows.colour(), 0.85f, Math.min(1, mask) * 0.95f * cover);
  }
}
