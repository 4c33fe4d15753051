package io.facestream.job.frames;

import io.facestream.wire.ReasonCode;

/**
 * A face of a frame, ready to be searched.
 *
 * @param place where and how good it is
 * @param embedding unit vector of the embedder's dimension, or null when the face was rejected or
 *     is carried
 */
public record Probe(FacePlace place, float[] embedding) {
  private static final String UNUSABLE =
      "The embedder gave no direction for this face (zero, NaN or infinite numbers).";

  /**
   * The probe of an embedded face; a rejected one when the embedder's answer cannot be compared,
   * which a model does on some inputs and which must not stop the other faces.
   */
  public static Probe of(FacePlace place, float[] embedding) {
    return hasDirection(embedding)
        ? new Probe(place, embedding)
        : new Probe(place.rejectedFor(ReasonCode.NOT_COMPARABLE, UNUSABLE), null);
  }

  private static boolean hasDirection(float[] embedding) {
    double squares = 0;
    for (float value : embedding) {
      squares += (double) value * value;
    }
    // NaN fails both comparisons; no finite floats add up to infinity in double.
    return squares > 0 && squares < Double.POSITIVE_INFINITY;
  }
}
