package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.noise;
import static io.facestream.ingest.scene.Shade.ramp;

/** Hair on and behind the head, and beards. */
final class HairPainter {

  private static final float CENTRE = 0.1f;

  private final Look look;
  private final HeadSurface surface;

  HairPainter(Look look, HeadSurface surface) {
    this.look = look;
    this.surface = surface;
  }

  /** Half width of the hair as a whole at height v, 0 above it. */
  float halfWidth(float u, float v) {
    Look.Hair hair = look.hair();
    Look.Head head = look.head();
    if (hair.cover() == 0) {
      return 0;
    }
    float wave = wave(u, v);
    float top = head.crown() - hair.volume() + wave;
    float wide = head.width() + hair.sides() + wave;
    if (v >= CENTRE) {
      return wide * (1 + 0.1f * Math.min(1, v - CENTRE));
    }
    float s = (v - CENTRE) / (top - CENTRE);
    return s >= 1 ? 0 : wide * (float) Math.sqrt(1 - s * s * (0.5f + 0.5f * s * s));
  }

  /** How far the hair stands out: a cap over the skull, a curtain beside the face. */
  float z(float u, float v) {
    float w = halfWidth(u, v);
    float t = w <= 0 ? 1 : Math.min(1, Math.abs(u) / w);
    float dome = (float) Math.sqrt(1 - t * t);
    return 0.9f * dome * (float) Math.sqrt(Math.min(1, w / look.head().width())) - 0.08f;
  }

  private float wave(float u, float v) {
    float curl = look.hair().curl();
    return curl * 0.09f * (noise(look.grain() + 11, u * 6, v * 6) - 0.5f);
  }

  /** Hair seen around the skull: the volume above it and what falls behind the face. */
  float behind(Texel t, float u, float v) {
    float outline = halfWidth(u, v);
    if (outline <= 0) {
      return 0;
    }
    float end = look.hair().length();
    float mask = 1 - ramp(outline - 0.02f, outline + 0.025f, Math.abs(u));
    mask *= 1 - ramp(end - 0.12f, end + 0.12f, v + wave(u, v));
    strands(t, u, v, mask, 0.85f);
    return mask;
  }

  /** Hair over the forehead and temples. */
  float front(Texel t, float u, float v, float cover) {
    Look.Hair hair = look.hair();
    float w = surface.halfWidth(v);
    if (hair.cover() == 0 || w <= 0) {
      return 0;
    }
    float s = u / look.head().width();
    float side = s - hair.part() * 0.6f;
    float wave = (0.03f + 0.05f * hair.curl()) * (noise(look.grain() + 13, u * 8, v * 3) - 0.5f);
    float line =
        hair.line()
            + 0.85f * s * s * s * s
            - hair.recede() * bell((Math.abs(s) - 0.5f) / 0.2f, 0) * 0.55f
            + hair.fringe() * (1 - ramp(0.5f, 1.0f, Math.abs(s)))
            + 0.16f * side * side * (hair.length() > 0.4f ? 2.2f : 0.7f)
            + wave;
    float cap = 1 - ramp(line - 0.035f, line + 0.035f, v);
    float burn = ramp(0.8f, 0.95f, Math.abs(u) / w) * (1 - ramp(0.2f, 0.4f, v));
    float mask = Math.max(cap, burn * Math.min(1, Math.max(0, hair.length() + 0.6f)));
    if (hair.length() > 0.5f) {
      float curtain =
          ramp(0.74f, 0.9f, Math.abs(u) / look.head().width())
              * (1 - ramp(hair.length() - 0.2f, hair.length(), v));
      mask = Math.max(mask, curtain);
    }
    // Fuller than the skin below, or a line of skin would shine through at the outline.
    mask *= Math.min(1, 4 * cover);
    strands(t, u, v, mask, 1);
    return mask;
  }

  private void strands(Texel t, float u, float v, float mask, float light) {
    if (mask <= 0) {
      return;
    }
    Look.Hair hair = look.hair();
    int grain = look.grain() + 17;
    float straight = noise(grain, u * 34 + v * 5, v * 4);
    float bend = 0.5f * noise(grain + 2, u * 5, v * 5);
    float ridge = noise(grain + 1, u * 11 + bend * 4, v * 9 - bend * 3);
    float curls = 1.1f - 2.4f * Math.abs(ridge - 0.5f);
    float texture = mix(straight, curls, hair.curl());
    float sheen = 0.35f * bell((v - look.head().crown() - 0.35f) / 0.2f, (u + 0.25f) / 0.5f);
    t.lay(hair.colour(), light * (0.62f + 0.62f * texture + sheen), mask);
    t.gloss *= 1 - mask;
  }

  void beard(Texel t, float u, float v, float cover) {
    Look.Beard beard = look.beard();
    Look.Mouth mouth = look.mouth();
    Look.Head head = look.head();
    float w = surface.halfWidth(v);
    if (w <= 0) {
      return;
    }
    float s = Math.abs(u) / head.width();
    float cheekLine = mix(mouth.v() - 0.05f, 0.25f, ramp(0.45f, 1, s));
    float jaw = ramp(cheekLine - 0.06f, cheekLine + 0.12f, v);
    float tip = look.nose().tip() + 0.12f;
    float lip = mouth.v() - mouth.upper() * 1.2f;
    float moustache =
        ramp(tip - 0.02f, tip + 0.06f, v)
            * (1
                - ramp(
                    lip - 0.02f,
                    lip + 0.04f,
                    v - 0.18f * ramp(0.7f, 1.1f, Math.abs(u) / mouth.width())))
            * (1 - ramp(mouth.width() * 0.95f, mouth.width() * 1.25f, Math.abs(u)));
    float goatee =
        ramp(mouth.v() + mouth.lower() * 1.3f, mouth.v() + mouth.lower() * 1.3f + 0.08f, v)
            * (1 - ramp(0.2f, 0.34f, Math.abs(u)));
    float hole =
        bell(
            u / (mouth.width() * 0.62f), (v - mouth.v() - 0.02f) / (0.045f + mouth.lower() * 0.5f));
    float hairs = 0.75f + 0.5f * noise(look.grain() + 23, u * 36, v * 24);
    float region = Math.max(jaw * (1 - hole), moustache);
    float mask =
        Math.max(
            Math.max(beard.full() * region, beard.moustache() * moustache),
            beard.goatee() * goatee);
    t.lay(beard.colour(), 0.9f, Math.min(1, mask * hairs * 1.15f) * 0.95f * cover);
    t.lay(beard.colour(), 1, 0.38f * beard.stubble() * region * hairs * cover);
  }
}
