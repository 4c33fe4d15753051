package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person of the gallery with the similarity of the best of their templates.
 *
 * @param personId the person
 * @param name the name shown to people
 * @param templateId the template that was the most similar
 * @param watchlist the first watchlist the person is on, or null
 * @param similarity cosine, −1…1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(
    String personId, String name, String templateId, String watchlist, double similarity) {}
