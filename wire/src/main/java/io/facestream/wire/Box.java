package io.facestream.wire;

/**
 * A face's bounding box, relative to the frame (0…1; a face at the border may reach outside).
 *
 * @param x left edge
 * @param y upper edge
 * @param width width
 * @param height height
 */
public record Box(double x, double y, double width, double height) {}
