package io.facestream.vision.packs;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an analyser's crop is taken from a picture, given the detector's box. */
public enum CropKind {
  /**
   * A square with the side factor × max(width, height) of the box, on its centre; black where it
   * leaves the picture.
   */
  @JsonProperty("square")
  SQUARE,

  /**
   * The box factor times as large, as MiniFASNet takes it: no larger than the picture, shifted back
   * into it where it sticks out, and scaled to the input without keeping its proportions. Taken
   * from the pixels as published, since what tells a screen from a face is finer than a reduced
   * picture.
   */
  @JsonProperty("surroundings")
  SURROUNDINGS
}
