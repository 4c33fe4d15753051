package io.facestream.wire;

/**
 * The most similar view of a visit, with all that is needed to fetch its picture and to see who
 * carried the match.
 *
 * @param frame the frame, with partition and offset of its record on {@code frames}
 * @param box where the face is, relative to the frame
 * @param similarity cosine, −1…1
 * @param threshold what had to be reached
 * @param templateId the template, so the photo, that was the most similar
 */
public record BestView(
    FrameRef frame, Box box, double similarity, AppliedThreshold threshold, String templateId) {}
