package io.facestream.wire;

/**
 * The most similar person after the first.
 *
 * @param personId the person
 * @param similarity cosine, −1…1
 */
public record RunnerUp(String personId, double similarity) {}
