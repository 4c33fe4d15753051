package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A person of the gallery with the similarity of the best of their templates.
 *
 * @param personId the person
 * @param name the name shown to people
 * @param templateId the template that was the most similar
 * @param watchlist the first watchlist the person is on, or null
 * @param watchlists all watchlists the person is on, in their order in the gallery; empty when on
 *     none. Answers of versions that named only the first have that one.
 * @param similarity cosine, −1…1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(
    String personId,
    String name,
    String templateId,
    String watchlist,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> watchlists,
    double similarity) {

  public Candidate {
    watchlists = Watchlists.orFirst(watchlists, watchlist);
  }
}
