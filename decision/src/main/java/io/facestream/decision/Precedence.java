package io.facestream.decision;

import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;

/**
 * Who has the say about a field: the person, else the strictest of the person's watchlists, else
 * the camera, else the default. Of lists that are as strict, the first in the gallery's record. A
 * list has none at a camera that is out of its scope.
 */
final class Precedence {
  private final Policies policies;
  private final Reach reach;

  Precedence(Policies policies, Reach reach) {
    this.policies = policies;
    this.reach = reach;
  }

  /** What the person's own policy says, or null. */
  <T> Said<T> ofPerson(Contender person, Function<Policy, T> field) {
    return policies.of(PolicyKey.person(person.personId()), field);
  }

  /**
   * What is said of a field, or null.
   *
   * @param strictness the strictest is the greatest
   */
  <T> Said<T> of(
      Contender person, String cameraId, Function<Policy, T> field, Comparator<T> strictness) {
    Said<T> said = ofPerson(person, field);
    if (said == null) {
      said = ofWatchlists(person, cameraId, field, strictness);
    }
    if (said == null) {
      said = policies.of(PolicyKey.camera(cameraId), field);
    }
    return said == null ? policies.of(PolicyKey.DEFAULT, field) : said;
  }

  private <T> Said<T> ofWatchlists(
      Contender person, String cameraId, Function<Policy, T> field, Comparator<T> strictness) {
    Set<String> outOfScope = reach.outOfScopeAt(cameraId);
    Said<T> strictest = null;
    for (String watchlist : person.watchlists()) {
      if (outOfScope.contains(watchlist)) {
        continue;
      }
      Said<T> said = policies.of(PolicyKey.watchlist(watchlist), field);
      if (said != null
          && (strictest == null || strictness.compare(said.value(), strictest.value()) > 0)) {
        strictest = said;
      }
    }
    return strictest;
  }
}
