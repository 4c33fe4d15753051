package io.facestream.evaluate.result;

import io.facestream.evaluate.statistics.Estimate;
import java.util.List;

/**
 * What was looked at.
 *
 * @param people whose photos may be enrolled
 * @param photos of these
 * @param strangers people who are never enrolled
 * @param strangersPhotos of these
 * @param failureToEnrol share of all photos of which no template could be made
 * @param unusable these photos, with the reason
 * @param ignored what is in the folders and is no photo, with the reason
 */
public record PhotoCounts(
    int people,
    int photos,
    int strangers,
    int strangersPhotos,
    Estimate failureToEnrol,
    List<Unusable> unusable,
    List<String> ignored) {
  /** A photo and why it is of no use. */
  public record Unusable(String photo, String reason) {}
}
