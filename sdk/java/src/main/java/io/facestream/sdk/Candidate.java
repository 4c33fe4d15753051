package io.facestream.sdk;

/**
 * Somebody who looks alike.
 *
 * @param similarity cosine, −1…1
 */
public record Candidate(String personId, String name, double similarity) {}
