package io.facestream.console;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.console.api.EvaluationRoutes;
import io.facestream.console.api.PolicyRoutes;
import io.facestream.console.api.RehearsalRoutes;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.people.GalleryGroups;
import io.facestream.console.policies.PolicyDesk;
import io.facestream.console.policies.Rehearsals;
import io.facestream.console.policies.StandingPolicies;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What is laid down for whom, and the routes by which it is seen, changed and rehearsed. */
final class PolicyParts implements AutoCloseable {
  private final DeskTopics desk;
  private final StandingPolicies standing;
  private final PolicyDesk policies;

  /**
   * @param desk null for no topic
   */
  PolicyParts(DeskTopics desk) {
    this.desk = desk;
    PolicyTopic topic =
        desk == null ? null : new PolicyTopic(desk.connection(), desk.topics().policies().name());
    standing = new StandingPolicies(topic);
    policies = new PolicyDesk(topic, standing);
  }

  StandingPolicies standing() {
    return standing;
  }

  List<RouteGroup> routes(Streams streams, Jdbi jdbi, AuditLog audit, Clock clock) {
    String pack = desk == null ? "" : desk.pack();
    Rehearsals rehearsals =
        desk == null
            ? null
            : new Rehearsals(desk.connection(), desk.topics().verdicts().name(), policies);
    return List.of(
        new PolicyRoutes(policies, pack, audit),
        new RehearsalRoutes(rehearsals, streams.eventPictures(), pack, audit, clock),
        new EvaluationRoutes(policies, new GalleryGroups(jdbi), streams.cameras(), pack));
  }

  @Override
  public void close() {
    standing.close();
  }
}
