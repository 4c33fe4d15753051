package io.facestream.ingest.scene;

import java.util.List;

/**
 * Who is where in one picture.
 *
 * @param sequence number of the picture, from 0
 * @param faces everybody who is before the camera, the farthest first
 */
public record SceneTruth(long sequence, List<SceneFace> faces) {}
