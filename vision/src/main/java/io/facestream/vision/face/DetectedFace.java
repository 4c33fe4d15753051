package io.facestream.vision.face;

/**
 * One face as a detector sees it.
 *
 * @param box in pixels of the picture that was searched; once found, of the picture as published
 * @param landmarks {@code float[10]}: x, y of the image-left eye, the image-right eye, the nose,
 *     the image-left and the image-right corner of the mouth, in the same pixels
 * @param score the detector's confidence, 0…1
 */
public record DetectedFace(PixelBox box, float[] landmarks, float score) {

  /** The same face in a picture that is larger by a factor. */
  public DetectedFace scaled(float factor) {
    float[] points = landmarks.clone();
    for (int i = 0; i < points.length; i++) {
      points[i] *= factor;
    }
    return new DetectedFace(box.scaled(factor), points, score);
  }
}
