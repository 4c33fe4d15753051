package io.facestream.wire;

/**
 * The most similar other person.
 *
 * @param personId the person
 * @param similarity cosine, −1…1
 */
public record RunnerUp(String personId, double similarity) {}
