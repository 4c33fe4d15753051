package io.facestream.vision.packs;

import java.io.Serializable;

/**
 * Which part of the picture a network looks at.
 *
 * @param kind how it is taken
 * @param factor how large, in boxes of the detector
 */
public record AnalyserCropRule(CropKind kind, double factor) implements Serializable {}
