package io.facestream.wire;

/**
 * Where a frame's time went, in milliseconds.
 *
 * @param detectMs decoding, detection, alignment and quality
 * @param embedMs embedding of all usable faces
 * @param searchMs the slowest slice; 0 when nothing was searched
 * @param endToEndMs from the record's timestamp, which is the capture time, to the verdict; every
 *     wait included, so a replay of old frames shows their age
 */
public record Timings(double detectMs, double embedMs, double searchMs, double endToEndMs) {}
