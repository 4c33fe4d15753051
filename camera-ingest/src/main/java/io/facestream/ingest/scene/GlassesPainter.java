package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.ramp;

/** Spectacles: two rims, a bridge and the temples. */
final class GlassesPainter {

  private final Look look;

  GlassesPainter(Look look) {
    this.look = look;
  }

  void paint(Texel t, float u, float v, float cover) {
    Look.Glasses glasses = look.glasses();
    if (glasses.kind() == 0 || cover <= 0) {
      return;
    }
    float x = (Math.abs(u) - look.eyes().apart() - 0.01f) / glasses.size();
    float y = (v - 0.04f) / glasses.size();
    float distance = glasses.kind() == 1 ? round(x, y) : square(x, y);
    float half = glasses.thick() * 0.5f;
    float rim = 1 - ramp(half, half + 0.018f, Math.abs(distance));
    float inner = Math.abs(u);
    float bridgeEnd = look.eyes().apart() - 0.27f * glasses.size();
    float bridge = inner < bridgeEnd ? 1 - ramp(half, half + 0.018f, Math.abs(v + 0.02f)) : 0;
    float hinge = look.eyes().apart() + 0.28f * glasses.size();
    float temple = inner > hinge ? 1 - ramp(half, half + 0.018f, Math.abs(v + 0.05f)) : 0;
    float lens = 1 - ramp(-0.02f, 0, distance);
    t.lay(0xffffff, 1, 0.05f * lens * cover);
    t.lay(glasses.colour(), 1, Math.max(rim, Math.max(bridge, temple)) * cover);
  }

  private static float round(float x, float y) {
    return (float) Math.sqrt(x * x + y * y * 1.15f) - 0.27f;
  }

  private static float square(float x, float y) {
    float dx = Math.max(0, Math.abs(x) - 0.2f);
    float dy = Math.max(0, Math.abs(y) - 0.12f);
    float inside = Math.min(0, Math.max(Math.abs(x) - 0.2f, Math.abs(y) - 0.12f));
    return (float) Math.sqrt(dx * dx + dy * dy) + inside - 0.08f;
  }
}
