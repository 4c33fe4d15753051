package io.facestream.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.policies.PolicyScope;
import io.facestream.console.policies.PolicyTexts;
import io.facestream.console.policies.Rehearsals;
import io.facestream.console.policies.RehearsedPictures;
import io.facestream.policies.rehearsal.AlertChange;
import io.facestream.policies.rehearsal.RehearsalReport;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What other policies would have made of the last hours, before they are laid down. */
public final class RehearsalRoutes implements RouteGroup {
  private static final String REHEARSE = PolicyRoutes.POLICIES + "/rehearse";
  private static final String USUAL = "-24h";
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST_CHANGES = 50;

  private final Rehearsals rehearsals;
  private final RehearsedPictures kept = new RehearsedPictures();
  private final EventPictures pictures;
  private final String pack;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param rehearsals null where there is no broker
   * @param pack the job's model pack
   */
  public RehearsalRoutes(
      Rehearsals rehearsals, EventPictures pictures, String pack, AuditLog audit, Clock clock) {
    this.rehearsals = rehearsals;
    this.pictures = pictures;
    this.pack = pack;
    this.audit = audit;
    this.clock = clock;
  }

  record Wanted(Map<String, JsonNode> changes, String since) {}

  @Override
  public void addTo(Routes routes) {
    routes.add("POST", REHEARSE, Right.ADMIN, this::rehearse);
    routes.add("GET", REHEARSE + "/{id}/picture", Right.ADMIN, this::picture);
  }

  private void rehearse(Context context, Caller caller) {
    if (rehearsals == null) {
      throw PolicyProblems.away();
    }
    Wanted wanted = Bodies.json(context, Wanted.class);
    Map<PolicyKey, Policy> changes = changes(wanted, caller);
    Instant since = since(wanted.since());
    audit.add(
        caller.id(),
        "policy.rehearse",
        "since " + since,
        Map.of("keys", changes.keySet().stream().map(RehearsalRoutes::shortened).toList()));
    RehearsalReport report = run(changes, since, caller);
    Json.answer(
        context,
        200,
        RehearsalView.of(
            since,
            report,
            caller,
            change -> REHEARSE + "/" + kept.keep(caller, change) + "/picture"));
  }

  private RehearsalReport run(Map<PolicyKey, Policy> changes, Instant since, Caller caller) {
    try {
      return PolicyProblems.told(() -> rehearsals.run(changes, since, caller.scope()));
    } catch (Rehearsals.Impossible e) {
      throw switch (e.reason()) {
        case BUSY ->
            new ProblemException(
                    503, "busy", "Another rehearsal is under way", "Try again in some seconds")
                .retryAfter(Problems.BACK_SOON);
        case TOO_MUCH ->
            new ProblemException(
                422,
                "too-much",
                "There are more verdicts than are rehearsed at once",
                "Ask for a shorter time, or rehearse on the command line, which has no limit");
        case NO_VERDICTS ->
            new ProblemException(
                422, "no-verdicts", "There is no verdict of that time", "Ask for a longer time");
      };
    }
  }

  private Map<PolicyKey, Policy> changes(Wanted wanted, Caller caller) {
    if (wanted.changes() == null || wanted.changes().isEmpty()) {
      throw ProblemException.invalid("'changes' names at least one policy");
    }
    if (wanted.changes().size() > MOST_CHANGES) {
      throw ProblemException.invalid("'changes' has at most " + MOST_CHANGES + " policies");
    }
    Map<PolicyKey, Policy> changes = new LinkedHashMap<>();
    wanted
        .changes()
        .forEach(
            (text, fields) -> {
              PolicyKey key = PolicyProblems.told(() -> PolicyTexts.key(text));
              if (!PolicyScope.has(caller.scope(), key)) {
                throw ProblemException.notFound();
              }
              changes.put(key, policy(key, fields));
            });
    return changes;
  }

  private Policy policy(PolicyKey key, JsonNode fields) {
    if (fields == null || fields.isNull()) {
      return null;
    }
    if (fields instanceof ObjectNode object) {
      return PolicyProblems.told(() -> PolicyTexts.policy(key, object, pack));
    }
    throw ProblemException.invalid("Each of 'changes' is a policy, or null to take it back");
  }

  private Instant since(String text) {
    Duration ago = EventParams.ago(text == null ? USUAL : text.startsWith("-") ? text : "-" + text);
    if (ago == null || ago.isZero() || ago.compareTo(LONGEST) > 0) {
      throw ProblemException.invalid("'since' is a time of at most 7d, such as 30m, 24h or 2d");
    }
    return clock.instant().minus(ago);
  }

  private static String shortened(PolicyKey key) {
    String text = key.toString();
    return text.length() <= 200 ? text : text.substring(0, 200);
  }

  private void picture(Context context, Caller caller) {
    AlertChange change =
        kept.find(caller, context.pathParam("id")).orElseThrow(ProblemException::notFound);
    pictures.answer(
        context,
        new EventPictures.View(
            change.cameraId(),
            change.frame(),
            change.box(),
            // Whoever would have been named only then was nobody to the job.
            change.kind() == AlertChange.Kind.GAINED,
            change.frame().capturedAt()));
  }
}
