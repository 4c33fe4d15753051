package io.facestream.job.frames;

/**
 * A detected face with its aligned crop.
 *
 * @param place where and how good it is
 * @param crop 112×112 BGR bytes, row-major; null when the face was rejected, or when it is carried:
 *     it belongs to a track whose other views say who it is
 */
public record FaceCrop(FacePlace place, byte[] crop) {

  /** Whether what is known of its track stands for the face. */
  boolean carried() {
    return crop == null && place.rejection() == null;
  }
}
