package io.facestream.decision;

import java.util.List;

/**
 * A person of the gallery who may be the one seen, by the most similar of their templates.
 *
 * @param personId the person
 * @param watchlists the person's watchlists, in their order in the gallery
 * @param threshold the person's own cosine threshold, or null
 * @param similarity cosine, −1…1
 */
public record Contender(
    String personId, List<String> watchlists, Float threshold, double similarity) {}
