package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * One face of a frame and what became of it.
 *
 * @param box where it is
 * @param landmarks image-left eye, image-right eye, nose, image-left and image-right mouth corner
 * @param score the detector's confidence, 0…1
 * @param quality the quality gate's measure, 0…1
 * @param outcome what became of it; null in verdicts of versions that did not say
 * @param track the track it belongs to, {@link Ids#trackId}; null when faces are not followed
 * @param carriedFrom id of the verdict that decided, when that was not this one: the face has the
 *     identity of its track; null when its own search decided, and when it was rejected
 * @param match the person who passed the threshold, or null
 * @param runnerUp the best other person, or null when the search returned nobody else
 * @param threshold what the best candidate had to reach; null when there was none, and in verdicts
 *     of versions that did not say
 * @param candidates the best persons, best first, whether or not they passed; empty when the face
 *     was rejected or carried
 * @param attributes what analysers said of the face; may be empty
 * @param reasonCode why there is no match, for programs; null when there is one
 * @param reason why there is no match, one line for people; null when there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Face(
    Box box,
    List<Point> landmarks,
    double score,
    double quality,
    FaceOutcome outcome,
    String track,
    String carriedFrom,
    Match match,
    RunnerUp runnerUp,
    AppliedThreshold threshold,
    List<Candidate> candidates,
    Map<String, String> attributes,
    ReasonCode reasonCode,
    String reason) {}
