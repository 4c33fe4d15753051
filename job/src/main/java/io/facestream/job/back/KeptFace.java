package io.facestream.job.back;

import io.facestream.job.unmatched.UnmatchedFace;

/**
 * A face without a match; in state.
 *
 * @param keptAt when it came, milliseconds of the clock
 * @param face the face
 */
public record KeptFace(long keptAt, UnmatchedFace face) {}
