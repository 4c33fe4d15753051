package io.facestream.explain.picture;

import io.facestream.job.frames.Probe;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.quality.Measurement;
import java.util.List;

/**
 * A face of a picture.
 *
 * @param found what vision says of it
 * @param gate all that the gate measures, also what it had no need to look at
 * @param probe as the job searches it
 */
public record SeenFace(FoundFace found, List<Measurement> gate, Probe probe) {}
