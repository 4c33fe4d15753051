package io.facestream.console.api;

import io.facestream.client.policies.StoredPolicy;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.Preconditions;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.policies.PolicyDesk;
import io.facestream.console.policies.PolicyScope;
import io.facestream.console.policies.PolicyTexts;
import io.facestream.policies.PolicyText;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/policies}: what is laid down for whom, and changes of it. */
public final class PolicyRoutes implements RouteGroup {
  static final String POLICIES = "/api/v1/policies";
  private static final String ONE = POLICIES + "/{key}";
  private static final int LONGEST_NOTE = 200;

  private final PolicyDesk desk;
  private final String pack;
  private final AuditLog audit;

  /**
   * @param pack the job's model pack
   */
  public PolicyRoutes(PolicyDesk desk, String pack, AuditLog audit) {
    this.desk = desk;
    this.pack = pack;
    this.audit = audit;
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", POLICIES, Right.ADMIN, this::list);
    routes.add("GET", ONE, Right.ADMIN, this::one);
    routes.add("PUT", ONE, Right.ADMIN, this::put);
    routes.add("DELETE", ONE, Right.ADMIN, this::delete);
  }

  private void list(Context context, Caller caller) {
    List<PolicyView> items =
        all().entrySet().stream()
            .filter(policy -> PolicyScope.has(caller.scope(), policy.getKey()))
            .map(policy -> PolicyView.of(policy.getKey(), policy.getValue()))
            .toList();
    Json.answer(context, 200, new Page<>(items, null));
  }

  private Map<PolicyKey, StoredPolicy> all() {
    requireTopic();
    return PolicyProblems.told(desk::all);
  }

  private void requireTopic() {
    if (!desk.isOpen()) {
      throw PolicyProblems.away();
    }
  }

  /** One that the caller may know of, whether or not anything is laid down. */
  private static PolicyKey key(Context context, Caller caller) {
    String text = PolicyView.key(context.pathParam("key"));
    PolicyKey key;
    if (PolicyScope.isAll(caller.scope())) {
      return PolicyProblems.told(() -> PolicyTexts.key(text));
    }
    try {
      key = PolicyProblems.told(() -> PolicyTexts.key(text));
    } catch (ProblemException e) {
      throw ProblemException.notFound();
    }
    if (!PolicyScope.has(caller.scope(), key)) {
      throw ProblemException.notFound();
    }
    return key;
  }

  private void one(Context context, Caller caller) {
    PolicyKey key = key(context, caller);
    StoredPolicy stored = all().get(key);
    if (stored == null) {
      throw ProblemException.notFound();
    }
    answer(context, 200, key, stored);
  }

  private void put(Context context, Caller caller) {
    PolicyKey key = key(context, caller);
    requireTopic();
    Preconditions seen = Preconditions.of(context);
    Bodies.requireType(context, Json.TYPE);
    byte[] body = Bodies.bytes(context, Bodies.LONGEST_JSON);
    Policy policy = PolicyProblems.told(() -> PolicyTexts.policy(key, body, pack));
    StoredPolicy stored = change(key, policy, seen).orElseThrow(Preconditions::changed);
    audit.add(
        caller.id(),
        "policy.set",
        key.toString(),
        Map.of("says", shortened(PolicyText.of(policy)), "version", stored.version()));
    answer(context, 200, key, stored);
  }

  private void delete(Context context, Caller caller) {
    PolicyKey key = key(context, caller);
    if (all().get(key) == null) {
      throw ProblemException.notFound();
    }
    change(key, null, Preconditions.of(context));
    audit.add(caller.id(), "policy.unset", key.toString(), Map.of());
    context.status(204);
  }

  private Optional<StoredPolicy> change(PolicyKey key, Policy policy, Preconditions seen) {
    return PolicyProblems.told(
        () -> desk.change(key, policy, now -> seen.hold(now.map(PolicyView::etag).orElse(null))));
  }

  /** Of many cameras the first are told; the record has all. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE - 1) + "…";
  }

  private static void answer(Context context, int status, PolicyKey key, StoredPolicy stored) {
    context.header("ETag", PolicyView.etag(stored));
    Json.answer(context, status, PolicyView.of(key, stored));
  }
}
