package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.ramp;

/**
 * A head unrolled once per person: colour, cover, height and gloss on a regular grid seen from the
 * front, {@link #PER_UNIT} points per unit. Poses and lights are applied to it later.
 */
final class HeadTexture {

  static final int PER_UNIT = 80;
  private static final int SCARF = 1;

  static final float LEFT = -1.9f;
  static final float TOP = -2.5f;
  static final int WIDTH = 304;
  static final int HEIGHT = 400;

  final float[] red = new float[WIDTH * HEIGHT];
  final float[] green = new float[WIDTH * HEIGHT];
  final float[] blue = new float[WIDTH * HEIGHT];
  final float[] alpha = new float[WIDTH * HEIGHT];
  final float[] z = new float[WIDTH * HEIGHT];
  final float[] gloss = new float[WIDTH * HEIGHT];

  private final Look look;
  private final HeadSurface surface;
  private final SkinPainter skin;
  private final EyePainter eyes;
  private final HairPainter hair;
  private final HeadwearPainter headwear;
  private final GlassesPainter glasses;

  HeadTexture(Look look) {
    this.look = look;
    this.surface = new HeadSurface(look);
    this.skin = new SkinPainter(look);
    this.eyes = new EyePainter(look);
    this.hair = new HairPainter(look, surface);
    this.headwear = new HeadwearPainter(look);
    this.glasses = new GlassesPainter(look);
    Texel texel = new Texel();
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        paint(
            texel,
            row * WIDTH + column,
            LEFT + column / (float) PER_UNIT,
            TOP + row / (float) PER_UNIT);
      }
    }
  }

  private void paint(Texel t, int at, float u, float v) {
    t.clear();
    boolean scarf = look.headwear().kind() == SCARF;
    float behind = scarf ? 0 : hair.behind(t, u, v);
    float height = !scarf && v < look.hair().length() + 0.3f ? hair.z(u, v) : -0.1f;
    height = Math.max(height, 0.04f * ear(t, u, v));
    float w = surface.halfWidth(v);
    float head = w <= 0 ? 0 : 1 - ramp(w - 0.02f, w + 0.012f, Math.abs(u));
    float worn = headwear.cover(u, v, w, head);
    float front = 0;
    if (head > 0) {
      skin.skin(t, u, v, head);
      eyes.eyes(t, u, v, head);
      hair.beard(t, u, v, head);
      front = scarf ? 0 : hair.front(t, u, v, head);
      float face = surface.z(u, v);
      height = mix(height, mix(face, Math.max(face + 0.04f, hair.z(u, v)), front), head);
      glasses.paint(t, u, v, head);
    }
    if (worn > 0) {
      height = mix(height, headwear.z(u, v, height), worn);
      headwear.paint(t, u, v, worn);
    } else if (scarf && head <= 0) {
      height = headwear.z(u, v, height);
    }
    red[at] = t.red;
    green[at] = t.green;
    blue[at] = t.blue;
    alpha[at] = t.alpha;
    z[at] = height;
    gloss[at] = t.gloss + 0.1f * head * (1 - front) * (1 - worn);
  }

  private float ear(Texel t, float u, float v) {
    if (look.headwear().kind() == SCARF
        || (look.hair().length() > 0.5f && look.hair().cover() > 0)) {
      return 0;
    }
    float size = look.head().ears();
    float at = surface.halfWidth(0.15f) + 0.02f * size;
    float x = (Math.abs(u) - at) / (0.115f * size);
    float y = (v - 0.16f) / (0.27f * size);
    float mask = 1 - ramp(0.85f, 1.1f, (float) Math.sqrt(x * x + y * y));
    float fold = 1 - 0.4f * bell((x - 0.15f) / 0.3f, y / 0.5f);
    t.lay(look.skin().colour(), 0.86f * fold, mask);
    return mask;
  }
}
