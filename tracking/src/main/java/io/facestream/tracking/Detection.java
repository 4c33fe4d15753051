package io.facestream.tracking;

import io.facestream.wire.Box;

/**
 * A face that was found in a frame.
 *
 * @param box relative to the frame
 * @param quality the quality gate's measure, 0…1
 * @param usable whether the face may be embedded; one that may not continues a track and opens none
 * @param patch {@link Patch#of} the aligned face, or null when there is none
 */
public record Detection(Box box, double quality, boolean usable, byte[] patch) {}
