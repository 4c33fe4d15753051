package io.facestream.tracking;

import java.util.List;

/**
 * A frame of a camera whose faces are to be followed.
 *
 * @param frameId unique; the ids of the tracks that begin here follow from it
 * @param capturedAtMillis capture time, milliseconds since the epoch
 * @param thumbnail the whole frame reduced to a few grey pixels, bytes of constant count; null when
 *     it is not known what the frame shows beside faces
 * @param faces what was found, in an order that depends on nothing but the frame
 */
public record TrackedFrame(
    String frameId, long capturedAtMillis, byte[] thumbnail, List<Detection> faces) {}
