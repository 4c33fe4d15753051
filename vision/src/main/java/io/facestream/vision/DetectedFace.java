package io.facestream.vision;

/**
 * One face as a detector sees it.
 *
 * @param box in pixels of the decoded picture
 * @param landmarks {@code float[10]}: x, y of the image-left eye, the image-right eye, the nose,
 *     the image-left and the image-right corner of the mouth, in pixels of the decoded picture
 * @param score the detector's confidence, 0…1
 */
public record DetectedFace(PixelBox box, float[] landmarks, float score) {}
