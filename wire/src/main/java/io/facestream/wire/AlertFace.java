package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The face an alert is about.
 *
 * @param box where it is, relative to the frame
 * @param landmarks image-left eye, image-right eye, nose, image-left and image-right mouth corner
 * @param score the detector's confidence, 0…1
 * @param quality the quality gate's measure, 0…1
 * @param track the track it belongs to, {@link Ids#trackId}; null when faces are not followed
 * @param carriedFrom id of the verdict that decided, when that was not this frame's; null when this
 *     face's own search did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertFace(
    Box box,
    List<Point> landmarks,
    double score,
    double quality,
    String track,
    String carriedFrom) {}
