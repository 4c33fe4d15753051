package io.facestream.decision;

import java.util.List;

/**
 * A person of the gallery who may be the one seen, by the most similar of their templates.
 *
 * @param personId the person
 * @param watchlists the person's watchlists, in their order in the gallery
 * @param threshold the person's own cosine threshold, or null
 * @param similarity cosine, −1…1
 * @param nearer what says that it is not this person, or null
 */
public record Contender(
    String personId,
    List<String> watchlists,
    Float threshold,
    double similarity,
    NearerExample nearer) {

  /** Of whom nothing says that it is not they. */
  public Contender(String personId, List<String> watchlists, Float threshold, double similarity) {
    this(personId, watchlists, threshold, similarity, null);
  }

  /** The same where this says that it is not they, or nothing does when it is null. */
  public Contender with(NearerExample nearerOrNull) {
    return new Contender(personId, watchlists, threshold, similarity, nearerOrNull);
  }
}
