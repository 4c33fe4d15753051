package io.facestream.vision;

import java.util.List;

/**
 * What was found in one picture.
 *
 * @param width of the picture as a viewer sees it, pixels
 * @param height of the picture as a viewer sees it, pixels
 * @param decodedWidth width to which boxes and landmarks refer: divide by it for 0…1
 * @param decodedHeight height to which boxes and landmarks refer
 * @param faces largest first
 */
public record FoundFaces(
    int width, int height, int decodedWidth, int decodedHeight, List<FoundFace> faces) {}
