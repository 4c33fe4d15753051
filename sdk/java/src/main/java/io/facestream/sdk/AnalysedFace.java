package io.facestream.sdk;

import java.util.List;

/**
 * A face of a picture.
 *
 * @param index its number in the picture, from 0, largest first
 * @param landmarks image-left eye, image-right eye, nose, image-left and image-right mouth corner;
 *     each as x and y, relative to the picture
 * @param score the detector's confidence, 0…1
 * @param quality 0…1
 * @param outcome {@code match}, {@code unknown} or {@code rejected}; null while it is not known
 * @param reasonCode why there is no match, for programs; null when there is one
 * @param reason the same for people
 * @param match who it is, or null
 * @param candidates who is nearest, best first; may be null
 * @param token to enrol just this face with, within ten minutes; null unless it is unknown
 * @param analyses what analysers said, by the time of the answer; may be null
 */
public record AnalysedFace(
    int index,
    Box box,
    List<List<Double>> landmarks,
    double score,
    double quality,
    String outcome,
    String reasonCode,
    String reason,
    Match match,
    List<Candidate> candidates,
    String token,
    List<Analysis> analyses) {}
