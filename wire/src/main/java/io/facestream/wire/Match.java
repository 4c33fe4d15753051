package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The person a face was recognised as.
 *
 * @param personId the person
 * @param name the name shown to people
 * @param templateId the template that was the most similar
 * @param watchlist the first watchlist the person is on, or null
 * @param watchlists all watchlists the person is on, in their order in the gallery; empty when on
 *     none. Answers of versions that named only the first have that one.
 * @param similarity cosine, −1…1
 * @param threshold the cosine that had to be reached, −1…1
 * @param margin distance to the runner-up's cosine, 0…2; to −1 when the search returned nobody else
 * @param reviewRequired true when a human must look before anybody acts on it, as a policy asks; or
 *     null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
    String personId,
    String name,
    String templateId,
    String watchlist,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> watchlists,
    double similarity,
    double threshold,
    double margin,
    Boolean reviewRequired) {

  public Match {
    watchlists = Watchlists.orFirst(watchlists, watchlist);
  }

  /** The same under another name. */
  public Match withName(String other) {
    return new Match(
        personId,
        other,
        templateId,
        watchlist,
        watchlists,
        similarity,
        threshold,
        margin,
        reviewRequired);
  }

  /** The same without the watchlists after the first. */
  public Match withFirstWatchlistOnly() {
    return new Match(
        personId, name, templateId, watchlist, null, similarity, threshold, margin, reviewRequired);
  }
}
