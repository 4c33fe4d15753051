package io.facestream.job.unknown;

import io.facestream.job.sightings.CameraVisits;
import java.util.List;

/**
 * What is remembered of a camera beside the strangers of its day themselves; in state.
 *
 * @param latest the camera's time: the latest capture time of its frames, milliseconds since the
 *     epoch
 * @param arrived when the frame that was judged last came, by the clock, milliseconds since the
 *     epoch
 * @param day which day it is, days since the epoch
 * @param embedder whose embeddings they are
 * @param strangers how many are remembered of the day
 * @param full whether somebody of the day was not told of, because too many are remembered
 * @param tracks those in view, or lost a short while ago
 * @param visits of strangers, or null when there is none
 */
public record CameraStrangers(
    long latest,
    long arrived,
    long day,
    String embedder,
    int strangers,
    boolean full,
    List<StrangerTrack> tracks,
    CameraVisits visits) {}
