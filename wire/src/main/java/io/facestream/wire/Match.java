package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The person a face was recognised as.
 *
 * @param personId the person
 * @param name the name shown to people
 * @param templateId the template that was the most similar
 * @param watchlist the first watchlist the person is on, or null
 * @param similarity cosine, −1…1
 * @param threshold the cosine that had to be reached, −1…1
 * @param margin distance to the runner-up's cosine, 0…2; to −1 when the search returned nobody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
    String personId,
    String name,
    String templateId,
    String watchlist,
    double similarity,
    double threshold,
    double margin) {}
