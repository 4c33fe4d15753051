package io.facestream.vision.packs;

import java.io.Serializable;

/**
 * Which crop a network needs. Equal shapes are one crop, whoever needs it.
 *
 * @param kind how it is taken
 * @param factor how large, in boxes of the detector
 * @param width of the network's input, pixels
 * @param height of the network's input, pixels
 */
public record CropShape(CropKind kind, double factor, int width, int height)
    implements Serializable {

  /** Bytes of such a crop: rows of pixels of B, G, R. */
  public int bytes() {
    return width * height * 3;
  }
}
