package io.facestream.vision;

import java.util.List;

/**
 * What was found in one picture. Boxes and landmarks are in pixels of the picture as published,
 * whatever size it was decoded at: divide by width and height for 0…1.
 *
 * @param width of the picture as a viewer sees it, pixels
 * @param height of the picture as a viewer sees it, pixels
 * @param faces largest first
 */
public record FoundFaces(int width, int height, List<FoundFace> faces) {}
