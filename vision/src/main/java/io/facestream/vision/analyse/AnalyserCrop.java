package io.facestream.vision.analyse;

import io.facestream.vision.packs.CropShape;

/**
 * A part of a picture at a face, as an analyser's network takes it: small enough to travel.
 *
 * @param shape what was asked for
 * @param reached how large it became, in boxes of the detector: less than asked for where the
 *     picture has no room
 * @param pixels {@link CropShape#bytes} bytes: rows of pixels of B, G, R
 */
public record AnalyserCrop(CropShape shape, double reached, byte[] pixels) {}
