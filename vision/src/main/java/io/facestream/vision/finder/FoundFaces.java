package io.facestream.vision.finder;

import java.util.List;
import java.util.function.Predicate;

/**
 * What was found in one picture. Boxes and landmarks are in pixels of the picture as published,
 * whatever size it was decoded at: divide by width and height for 0…1.
 *
 * <p>A photo that was turned upright is described as it stands then.
 *
 * @param width of the picture as a viewer sees it, pixels
 * @param height of the picture as a viewer sees it, pixels
 * @param turnedDegrees clockwise, by which the picture was turned upright: 0, 90, 180 or 270
 * @param faces largest first
 * @param thumbnail the whole picture in {@link Thumbnail#SIDE}² grey pixels, row-major; null when
 *     there is no face in it
 */
public record FoundFaces(
    int width, int height, int turnedDegrees, List<FoundFace> faces, byte[] thumbnail) {

  /** The same as if there were only some of the faces. */
  public FoundFaces keeping(Predicate<FoundFace> some) {
    List<FoundFace> kept = faces.stream().filter(some).toList();
    return new FoundFaces(width, height, turnedDegrees, kept, kept.isEmpty() ? null : thumbnail);
  }
}
