package io.facestream.ingest.scene;

import static io.facestream.ingest.scene.Shade.bell;
import static io.facestream.ingest.scene.Shade.clamp01;
import static io.facestream.ingest.scene.Shade.mix;
import static io.facestream.ingest.scene.Shade.ramp;

/** The relief of a head: how far each point of the face stands out towards the camera. */
final class HeadSurface {

  private static final float CHEEK_V = 0.12f;

  private final Look look;

  HeadSurface(Look look) {
    this.look = look;
  }

  /** Half width of the head at height v; 0 above the crown and below the chin. */
  float halfWidth(float v) {
    Look.Head head = look.head();
    if (v <= head.crown() || v >= head.chin()) {
      return 0;
    }
    if (v < CHEEK_V) {
      float s = (v - CHEEK_V) / (head.crown() - CHEEK_V);
      return head.width() * (float) Math.sqrt(1 - s * s * (0.5f + 0.5f * s * s));
    }
    float s = (v - CHEEK_V) / (head.chin() - CHEEK_V);
    float p = head.jaw();
    float round = s * s;
    float square = round * s * s;
    float power = p < 2 ? mix(s, round, p - 1) : mix(round, square, clamp01((p - 2) / 2));
    return head.width() * (float) Math.sqrt(Math.max(0, 1 - power));
  }

  /** Height of the skin at (u, v), 0 at the outline, about 1 on the forehead. */
  float z(float u, float v) {
    float w = halfWidth(v);
    float t = w <= 0 ? 1 : Math.min(1, Math.abs(u) / w);
    float dome = (float) Math.sqrt(1 - t * t);
    float base = 0.95f * dome * (float) Math.sqrt(w / look.head().width());
    return base + Math.min(1, dome * 1.6f) * (eyes(u, v) + nose(u, v) + mouth(u, v) + bones(u, v));
  }

  private float eyes(float u, float v) {
    Look.Eyes eyes = look.eyes();
    float x = Math.abs(u) - eyes.apart();
    float socket = -eyes.socket() * bell((x + 0.05f) / 0.17f, (v + 0.03f) / 0.13f);
    float ball = (0.05f + 0.3f * eyes.socket()) * bell(x / 0.12f, v / 0.085f);
    float ridge = 0.4f * eyes.socket() * bell(x / 0.26f, (v + look.brows().height()) / 0.08f);
    float bags = 0.05f * look.skin().age() * bell(x / 0.14f, (v - 0.2f) / 0.05f);
    return socket + ball + ridge + bags;
  }

  private float nose(float u, float v) {
    Look.Nose nose = look.nose();
    float tip = nose.tip();
    float s = clamp01((v + 0.12f) / (tip + 0.12f));
    float along = v <= tip ? ramp(-0.3f, 0.05f, v) : 1 - ramp(tip + 0.02f, tip + 0.17f, v);
    float height = mix(nose.bridge(), nose.height(), s * s);
    float width = nose.width() * mix(0.075f, 0.115f, s);
    float ridge = height * along * bell(u / width, 0);
    float ball = (0.06f + nose.hook()) * bell(u / (0.1f * nose.width()), (v - tip) / 0.09f);
    float wing =
        0.1f
            * nose.wings()
            * bell((Math.abs(u) - 0.15f * nose.width()) / 0.06f, (v - tip - 0.035f) / 0.07f);
    return ridge + ball + wing;
  }

  private float mouth(float u, float v) {
    Look.Mouth mouth = look.mouth();
    float muzzle = 0.08f * bell(u / 0.32f, (v - mouth.v()) / 0.22f);
    float inside = 1 - ramp(mouth.width() * 0.6f, mouth.width() * 1.1f, Math.abs(u));
    float upper = 0.5f * mouth.upper() * bell(0, (v - mouth.v() + mouth.upper() * 0.6f) / 0.04f);
    float lower = 0.5f * mouth.lower() * bell(0, (v - mouth.v() - mouth.lower() * 0.6f) / 0.05f);
    float below = -0.05f * bell(u / 0.2f, (v - mouth.v() - mouth.lower() - 0.12f) / 0.06f);
    float philtrum =
        -0.02f * bell(u / 0.035f, (v - mix(mouth.v(), look.nose().tip(), 0.5f)) / 0.07f);
    return muzzle + inside * (upper + lower) + below + philtrum;
  }

  private float bones(float u, float v) {
    Look.Head head = look.head();
    float x = Math.abs(u);
    float cheek = head.cheekbone() * bell((x - 0.6f * head.width()) / 0.2f, (v - 0.3f) / 0.16f);
    float hollow = -head.cheekbone() * bell((x - 0.62f) / 0.16f, (v - 0.85f) / 0.25f);
    float chin = 0.1f * bell(u / 0.24f, (v - head.chin() + 0.2f) / 0.13f);
    float fold = x - 0.19f * look.nose().width() - 0.5f * (v - look.nose().tip());
    float line = ramp(look.nose().tip(), look.nose().tip() + 0.1f, v) * (1 - ramp(1.0f, 1.25f, v));
    float laugh = -(0.015f + 0.04f * look.skin().age()) * line * bell(fold / 0.04f, 0);
    return cheek + hollow + chin + laugh;
  }
}
