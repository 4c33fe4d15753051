package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.StoredAlert;
import io.facestream.console.events.Stored;
import io.facestream.console.http.Json;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.console.webhooks.EventBodies;
import io.facestream.wire.Sighting;
import java.util.List;

/** Webhooks tell what the API has of an event: pictures as paths, and no embedding. */
public final class WebhookBodies implements EventBodies {
  private final StandingPolicies policies;

  /**
   * @param policies which say how many reviews are awaited
   */
  public WebhookBodies(StandingPolicies policies) {
    this.policies = policies;
  }

  /**
   * @param personIds all that the person was known by, where merges were before; else null
   * @param receipt null where it is for others
   */
  record Erased(String erasureId, String personId, List<String> personIds, String receipt) {}

  @Override
  public String alert(StoredAlert alert, Scope scope) {
    return json(AlertView.of(alert, scope));
  }

  @Override
  public String sighting(Stored<Sighting> sighting, Scope scope) {
    return json(SightingView.of(sighting, List.of(), scope, policies.reviewers()));
  }

  @Override
  public String erasure(String erasureId, List<String> personIds, boolean mayFetch) {
    return json(
        new Erased(
            erasureId,
            personIds.get(0),
            personIds.size() > 1 ? personIds : null,
            mayFetch ? PeopleRoutes.ERASURES + "/" + erasureId : null));
  }

  private static String json(Object view) {
    return new String(Json.bytes(view), UTF_8);
  }
}
