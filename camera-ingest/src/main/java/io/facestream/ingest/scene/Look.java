package io.facestream.ingest.scene;

/**
 * What a drawn person looks like. Lengths are in units of half the mean face width, measured from
 * the point between the eyes: u to the right of the picture, v downwards. Colours are 0xRRGGBB.
 */
record Look(
    Skin skin,
    Head head,
    Eyes eyes,
    Brows brows,
    Nose nose,
    Mouth mouth,
    Hair hair,
    Headwear headwear,
    Beard beard,
    Glasses glasses,
    Clothes clothes,
    int grain) {

  /** age 0 (smooth) … 1 (wrinkled); freckles, blush and make-up of the lids 0…1. */
  record Skin(int colour, float age, float freckles, float blush, int lidColour, float lids) {}

  /** Half width at the cheeks, v of chin and crown, jaw 1.8 (pointed) … 3.6 (square). */
  record Head(float width, float chin, float crown, float jaw, float cheekbone, float ears) {}

  /** Half distance, half width and half height of the eyes; tilt lifts the outer corner. */
  record Eyes(
      float apart,
      float width,
      float open,
      float tilt,
      int iris,
      float hood,
      float socket,
      float lashes) {}

  /** slope lifts the outer ends; gap is the distance of the inner ends from the middle. */
  record Brows(float height, float thick, float arch, float slope, float length, int colour) {}

  record Nose(float tip, float width, float bridge, float height, float wings, float hook) {}

  /** Thickness of both lips, lift of the corners, opening that shows the teeth. */
  record Mouth(
      float v, float width, float upper, float lower, float smile, float teeth, int lips) {}

  /** line = v of the hairline; volume adds to the skull; length = v down to which it falls. */
  record Hair(
      int colour,
      float line,
      float recede,
      float fringe,
      float part,
      float volume,
      float sides,
      float length,
      float curl,
      float cover) {}

  /** kind 0 none, 1 headscarf, 2 knitted cap, 3 headband, 4 turban; line = v of its rim. */
  record Headwear(int kind, int colour, float line) {}

  /** Densities 0…1 of the regions. */
  record Beard(int colour, float full, float moustache, float goatee, float stubble) {}

  /** kind 0 none, 1 round, 2 square. */
  record Glasses(int kind, int colour, float size, float thick) {}

  record Clothes(int top, int collar, int legs, float build) {}
}
