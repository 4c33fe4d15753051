package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The most similar view of a visit, with all that is needed to fetch its picture and to see who
 * carried the match. Of somebody unknown, whom nothing is compared with, the view of best quality.
 *
 * @param frame the frame, with partition and offset of its record on {@code frames}
 * @param box where the face is, relative to the frame
 * @param similarity cosine, −1…1; null of somebody unknown
 * @param threshold what had to be reached; null of somebody unknown
 * @param templateId the template, so the photo, that was the most similar; null of somebody unknown
 * @param quality the quality gate's measure, 0…1, of somebody unknown; else null, and also in
 *     states of versions that knew none of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BestView(
    FrameRef frame,
    Box box,
    Double similarity,
    AppliedThreshold threshold,
    String templateId,
    Double quality) {
  /** Of somebody who was recognised. */
  public static BestView recognised(
      FrameRef frame, Box box, double similarity, AppliedThreshold threshold, String templateId) {
    return new BestView(frame, box, similarity, threshold, templateId, null);
  }

  /** Of somebody unknown. */
  public static BestView unknown(FrameRef frame, Box box, double quality) {
    return new BestView(frame, box, null, null, null, quality);
  }
}
