package io.facestream.client.frames;

/** Where a frame lies on the frames topic. */
public record FramePlace(int partition, long offset) {}
