package io.facestream.wire;

import java.util.List;

/**
 * The face an alert is about.
 *
 * @param box where it is, relative to the frame
 * @param landmarks image-left eye, image-right eye, nose, image-left and image-right mouth corner
 * @param score the detector's confidence, 0…1
 * @param quality the quality gate's measure, 0…1
 */
public record AlertFace(Box box, List<Point> landmarks, double score, double quality) {}
