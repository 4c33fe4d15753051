package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A face as detection found it, before it is searched.
 *
 * @param box where it is
 * @param landmarks image-left eye, image-right eye, nose, image-left and image-right mouth corner
 * @param score the detector's confidence, 0…1
 * @param quality the quality gate's measure, 0…1
 * @param reasonCode why it will not be searched, for programs; null when it will
 * @param reason why it will not be searched, one line for people; null when it will
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnalysedFace(
    Box box,
    List<Point> landmarks,
    double score,
    double quality,
    ReasonCode reasonCode,
    String reason) {}
