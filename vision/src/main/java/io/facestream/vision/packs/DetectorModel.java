package io.facestream.vision.packs;

import java.util.List;

/**
 * The detector of a pack.
 *
 * @param kind which code runs it: {@code yunet}, or the name of one that comes with the program
 * @param modelId named in verdicts
 * @param files interchangeable files, best first; empty when the kind needs none
 * @param fixedSide side of the square input that the file insists on, pixels; 0 takes any multiple
 *     of 32
 */
public record DetectorModel(String kind, String modelId, List<ModelFile> files, int fixedSide) {}
