package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;

/**
 * A frame that a slice holds back until it has read the gallery.
 *
 * @param slice the slice that holds it
 * @param slices how many slices there were
 * @param frame the frame
 */
public record HeldProbe(int slice, int slices, ProbeFrame frame) {}
