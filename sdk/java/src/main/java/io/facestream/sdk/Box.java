package io.facestream.sdk;

/**
 * Where a face is, relative to the picture: 0…1 of its width and height.
 *
 * @param x left edge
 * @param y upper edge
 */
public record Box(double x, double y, double width, double height) {}
