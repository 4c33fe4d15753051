package io.facestream.policies.outlook;

import io.facestream.decision.Contender;
import java.util.List;

/**
 * Templates of people of whom all policies say the same.
 *
 * @param watchlists on which they are; may be empty
 * @param personId of one for whom a policy is laid down; null of all others
 * @param templates how many
 */
public record EnrolledGroup(List<String> watchlists, String personId, long templates) {
  Contender contender() {
    return new Contender(personId == null ? "" : personId, watchlists, null, 0);
  }
}
