package io.facestream.ingest.scene;

/** Draws a look from genes: the same genes give the same person, always. */
final class LookGenerator {

  private static final int[] SKINS = {
    0xf4d3bf, 0xefc6ab, 0xe2b797, 0xcf9f78, 0xb07c56, 0x8f5f40, 0x6a432d, 0x4a2d1e
  };
  private static final int[] HAIRS = {
    0x15110f, 0x2b1c14, 0x4a2f1f, 0x6b4426, 0x9a6a35, 0xc9a05c, 0xe0c48a, 0x9c4420, 0x8d8a86,
    0xd8d5d0
  };
  private static final int[] DARK_HAIRS = {0x100d0c, 0x1a1412, 0x2a1e18, 0x6f6c6a};
  private static final int[] IRISES = {0x3a2415, 0x5b3a1e, 0x6d6a3a, 0x4c7a52, 0x4a79a8, 0x7d8b94};
  private static final int[] DARK_IRISES = {0x22150e, 0x3a2415, 0x4a2f1a};
  private static final int[] TOPS = {
    0x2f4b6e, 0x8c2f39, 0x3f6b4f, 0xd8d4c8, 0x4b4a52, 0xb8863b, 0x5f4b7d, 0x2a7f86, 0xc9705a
  };
  private static final int[] SHADOWS = {0x5a4a78, 0x3f6a78, 0x7a4a3a, 0x2a2430};
  private static final int[] LIPSTICKS = {0xb02038, 0xa83a52, 0xc0504a, 0x6a2038};

  private final Genes genes;
  private final boolean man;
  private final boolean dark;
  private final float age;
  private final int skin;
  private final int hairColour;

  private LookGenerator(Genes genes) {
    this.genes = genes;
    Dice d = genes.dice(0);
    this.man = d.chance(0.5);
    int tone = d.below(SKINS.length);
    this.dark = tone >= 4;
    this.skin = vary(d, SKINS[tone], 6);
    float x = (float) d.unit();
    this.age = x * x;
    boolean grey = age > 0.5 && d.chance(0.7);
    this.hairColour =
        grey ? d.pick(0x8d8a86, 0xd8d5d0) : vary(d, d.pick(dark ? DARK_HAIRS : HAIRS), 8);
  }

  static Look look(Genes genes) {
    return new LookGenerator(genes).draw();
  }

  private Look draw() {
    Look.Head head = head(genes.dice(1));
    Look.Nose nose = nose(genes.dice(4));
    return new Look(
        skin(genes.dice(11)),
        head,
        eyes(genes.dice(2), head),
        brows(genes.dice(3)),
        nose,
        mouth(genes.dice(5), head, nose),
        hair(genes.dice(6)),
        headwear(genes.dice(7)),
        beard(genes.dice(8)),
        glasses(genes.dice(9)),
        clothes(genes.dice(10)),
        genes.dice(11).bits());
  }

  private Look.Skin skin(Dice d) {
    float freckles = d.chance(0.2) && !dark ? d.range(0.3f, 1) : 0;
    return new Look.Skin(
        skin, age, freckles, d.range(0, 1.4f), d.pick(SHADOWS), man ? 0 : d.range(0, 0.7f));
  }

  private Look.Head head(Dice d) {
    return new Look.Head(
        d.range(0.78f, 1.2f),
        man ? d.range(1.45f, 1.9f) : d.range(1.3f, 1.68f),
        d.range(-1.62f, -1.38f),
        man ? d.range(2.1f, 4f) : d.range(1.6f, 2.8f),
        d.range(-0.05f, 0.17f),
        d.range(0.7f, 1.3f));
  }

  private Look.Eyes eyes(Dice d, Look.Head head) {
    return new Look.Eyes(
        head.width() * d.range(0.38f, 0.48f),
        d.range(0.145f, 0.24f),
        d.range(0.04f, 0.125f),
        d.range(-0.3f, 0.36f),
        d.pick(dark ? DARK_IRISES : IRISES),
        d.range(0, 1.6f),
        d.range(0.0f, 0.28f),
        man ? d.range(0.5f, 1) : d.range(0.9f, 1.8f));
  }

  private Look.Brows brows(Dice d) {
    return new Look.Brows(
        d.range(0.17f, 0.38f),
        man ? d.range(0.035f, 0.11f) : d.range(0.014f, 0.055f),
        d.range(0, 0.14f),
        d.range(-0.32f, 0.34f),
        d.range(0.22f, 0.38f),
        blend(hairColour, 0x1a1310, (float) d.unit() * 0.9f));
  }

  private Look.Nose nose(Dice d) {
    return new Look.Nose(
        d.range(0.4f, 0.7f),
        d.range(0.6f, 1.75f),
        d.range(0, 0.22f),
        d.range(0.16f, 0.48f),
        d.range(0.3f, 1.8f),
        d.range(-0.08f, 0.1f));
  }

  private Look.Mouth mouth(Dice d, Look.Head head, Look.Nose nose) {
    int lips =
        man || d.chance(0.4)
            ? blend(skin, 0x8a3a38, d.range(0.2f, 0.55f))
            : blend(skin, d.pick(LIPSTICKS), 0.75f);
    return new Look.Mouth(
        Math.min(nose.tip() + d.range(0.32f, 0.52f), head.chin() - 0.34f),
        d.range(0.22f, 0.5f),
        d.range(0.012f, 0.115f),
        d.range(0.03f, 0.15f),
        d.range(-0.07f, 0.12f),
        d.chance(0.3) ? d.range(0.03f, 0.11f) : 0,
        lips);
  }

  private Look.Hair hair(Dice d) {
    boolean bald = man && d.chance(0.2 + age * 0.25);
    boolean lengthy = !man && d.chance(0.8);
    boolean curly = d.chance(0.25);
    return new Look.Hair(
        hairColour,
        d.range(-1.2f, -0.68f),
        man ? d.range(0, 0.6f) : d.range(0, 0.2f),
        d.chance(0.35) ? d.range(0.2f, 0.42f) : 0,
        d.range(-0.7f, 0.7f),
        curly ? d.range(0.25f, 0.6f) : d.range(0.06f, 0.25f),
        curly ? d.range(0.15f, 0.5f) : d.range(0.02f, 0.16f),
        lengthy ? d.range(0.6f, 2.3f) : d.range(-0.3f, 0.25f),
        curly ? 1 : d.range(0, 0.3f),
        bald ? 0 : 1);
  }

  private Look.Headwear headwear(Dice d) {
    int kind = d.chance(0.35) ? (man ? d.pick(2, 3, 4) : d.pick(1, 1, 2, 3)) : 0;
    return new Look.Headwear(kind, vary(d, d.pick(TOPS), 20), d.range(-0.8f, -0.58f));
  }

  private Look.Beard beard(Dice d) {
    if (!man) {
      return new Look.Beard(hairColour, 0, 0, 0, 0);
    }
    double kind = d.unit();
    return new Look.Beard(
        blend(hairColour, 0x201510, 0.25f),
        kind < 0.25 ? d.range(0.7f, 1) : 0,
        kind < 0.5 ? d.range(0.6f, 1) : 0,
        kind > 0.3 && kind < 0.45 ? 1 : 0,
        d.range(0, 0.5f));
  }

  private Look.Glasses glasses(Dice d) {
    int kind = d.chance(0.28) ? d.pick(1, 2) : 0;
    int colour = d.pick(0x181414, 0x5a2d1a, 0x303a4a, 0x7a1f2a);
    return new Look.Glasses(kind, colour, d.range(0.88f, 1.2f), d.range(0.02f, 0.06f));
  }

  private Look.Clothes clothes(Dice d) {
    return new Look.Clothes(
        vary(d, d.pick(TOPS), 16),
        vary(d, d.pick(TOPS), 16),
        vary(d, 0x33363f, 20),
        man ? d.range(1f, 1.14f) : d.range(0.86f, 0.98f));
  }

  private static int vary(Dice d, int colour, int by) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int c = (colour >> shift & 255) + d.below(2 * by + 1) - by;
      result |= Math.max(0, Math.min(255, c)) << shift;
    }
    return result;
  }

  static int blend(int a, int b, float t) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      float c = (a >> shift & 255) * (1 - t) + (b >> shift & 255) * t;
      result |= (int) c << shift;
    }
    return result;
  }
}
