package io.facestream.job.frames;

/**
 * A detected face with its aligned crop.
 *
 * @param place where and how good it is
 * @param crop 112×112 BGR bytes, row-major, or null when the face was rejected
 */
public record FaceCrop(FacePlace place, byte[] crop) {}
