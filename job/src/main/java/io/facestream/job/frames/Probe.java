package io.facestream.job.frames;

/**
 * A face of a frame, ready to be searched.
 *
 * @param place where and how good it is
 * @param embedding unit vector of the embedder's dimension, or null when the face was rejected
 */
public record Probe(FacePlace place, float[] embedding) {}
