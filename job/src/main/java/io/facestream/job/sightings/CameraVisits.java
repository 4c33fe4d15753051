package io.facestream.job.sightings;

import java.util.List;

/**
 * The visits at a camera; in state.
 *
 * @param latest the camera's time: the latest capture time of its frames, milliseconds since the
 *     epoch
 * @param visits in the order in which they were opened: open ones, and those that were closed a
 *     short while ago
 */
public record CameraVisits(long latest, List<Visit> visits) {}
