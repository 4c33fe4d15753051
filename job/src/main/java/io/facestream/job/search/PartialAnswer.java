package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import java.util.List;
import java.util.Map;

/**
 * One slice's answer to a frame.
 *
 * @param frameId the frame
 * @param slice number of the slice, 0…slices−1
 * @param slices how many slices answer each frame
 * @param frame the frame itself, from slice 0 only: one copy is enough to go on with
 * @param probes the hits of each probe, in the frame's order
 * @param searchMs time the slice took, milliseconds
 * @param templates templates in the slice that are in reach at the frame's camera
 * @param offsets per partition of {@code gallery}, the offset up to which the slice has read
 */
public record PartialAnswer(
    String frameId,
    int slice,
    int slices,
    ProbeFrame frame,
    List<ProbeHits> probes,
    double searchMs,
    long templates,
    Map<Integer, Long> offsets) {}
