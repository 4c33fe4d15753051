package io.facestream.wire;

/**
 * Where a frame's time went, in milliseconds.
 *
 * @param detectMs decoding, detection, alignment and quality
 * @param embedMs embedding of all usable faces
 * @param searchMs the slowest slice
 * @param endToEndMs from the frame's append to the topic (or its capture, where the broker keeps
 *     capture times) to the verdict
 */
public record Timings(double detectMs, double embedMs, double searchMs, double endToEndMs) {}
