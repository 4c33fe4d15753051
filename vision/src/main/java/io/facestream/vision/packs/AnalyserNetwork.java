package io.facestream.vision.packs;

import java.io.Serializable;
import java.util.List;

/**
 * One network of an analyser, and what it looks at.
 *
 * @param crop of the face
 * @param files interchangeable, best first
 */
public record AnalyserNetwork(AnalyserCropRule crop, List<ModelFile> files)
    implements Serializable {}
