package io.facestream.vision.packs;

import java.io.Serializable;

/**
 * Without what an analyser does not answer.
 *
 * @param surroundings least size of a crop of kind {@link CropKind#SURROUNDINGS} that the picture
 *     must have room for, in boxes of the detector; 0 when any will do
 */
public record AnalyserNeeds(double surroundings) implements Serializable {
  static final AnalyserNeeds NOTHING = new AnalyserNeeds(0);
}
