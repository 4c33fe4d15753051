package io.facestream.vision.picture;

/** Part of a picture, in decoded pixels; width and height at least 1. */
public record PixelArea(int left, int top, int width, int height) {}
