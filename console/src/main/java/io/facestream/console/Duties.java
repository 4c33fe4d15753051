package io.facestream.console;

import io.facestream.console.access.Sessions;
import io.facestream.console.access.Users;
import io.facestream.console.api.RetentionRoutes;
import io.facestream.console.api.WebhookBodies;
import io.facestream.console.api.WebhookRoutes;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.people.Erasures;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.console.retention.Retention;
import io.facestream.console.retention.RetentionSettings;
import io.facestream.console.webhooks.Outbox;
import io.facestream.console.webhooks.Reach;
import io.facestream.console.webhooks.Sender;
import io.facestream.console.webhooks.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the console does by itself: it tells webhooks, and deletes what is too old. */
final class Duties implements AutoCloseable {
  private static final String ACTOR = "console";

  private final Jdbi jdbi;
  private final AuditLog audit;
  private final TopicAges ages;
  private final Reach reach;
  private final Clock clock;
  private final RetentionSettings settings;
  private final Outbox outbox;
  private Retention retention;
  private Sender sender;

  Duties(
      Jdbi jdbi,
      AuditLog audit,
      StandingPolicies policies,
      TopicAges ages,
      Reach reach,
      Clock clock) {
    this.jdbi = jdbi;
    this.audit = audit;
    this.ages = ages;
    this.reach = reach;
    this.clock = clock;
    settings = new RetentionSettings(jdbi, audit::add, clock);
    outbox = new Outbox(new WebhookBodies(policies), clock);
  }

  RetentionSettings settings() {
    return settings;
  }

  Outbox outbox() {
    return outbox;
  }

  List<RouteGroup> routes(Users users, Sessions sessions, Erasures erasures) {
    retention =
        new Retention(
            jdbi,
            Expiries.of(users, sessions),
            rules -> rules.receiptsBefore(clock.instant()).ifPresent(erasures::noteComplete),
            age -> audit.deleteOlder(age, ACTOR),
            audit::add,
            clock);
    return List.of(
        new WebhookRoutes(new Webhooks(jdbi, reach, audit::add, clock)),
        new RetentionRoutes(settings, ages::all, retention::wake));
  }

  /**
   * Begins, once there are routes.
   *
   * @param console its address
   */
  void start(URI console) {
    retention.start();
    sender = Sender.start(jdbi, audit::add, console, reach, clock);
  }

  @Override
  public void close() {
    if (sender != null) {
      sender.close();
    }
    if (retention != null) {
      retention.close();
    }
  }
}
