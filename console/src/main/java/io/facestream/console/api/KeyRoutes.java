package io.facestream.console.api;

import io.facestream.console.access.ApiKey;
import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Caller;
import io.facestream.console.access.KeyGrant;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Repeats;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /api/v1/keys}: API keys made, listed and revoked. */
public final class KeyRoutes implements RouteGroup {
  private static final String KEYS = "/api/v1/keys";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

  private final ApiKeys keys;
  private final AuditLog audit;

  public KeyRoutes(ApiKeys keys, AuditLog audit) {
    this.keys = keys;
    this.audit = audit;
  }

  record Wanted(
      String name,
      List<String> rights,
      List<String> watchlists,
      List<String> origins,
      Integer perMinute,
      Instant expires) {
    KeyGrant grant() {
      Set<Right> all = EnumSet.noneOf(Right.class);
      listed(rights).map(Right::of).forEach(all::add);
      return new KeyGrant(
          name,
          all,
          watchlists == null ? Scope.ALL : Scope.of(watchlists),
          listed(origins).toList(),
          perMinute == null ? KeyGrant.USUAL_PER_MINUTE : perMinute,
          expires);
    }

    private static Stream<String> listed(List<String> texts) {
      if (texts != null && texts.contains(null)) {
        throw new IllegalArgumentException("A list has no nulls");
      }
      return texts == null ? Stream.of() : texts.stream();
    }
  }

  /**
   * A key for people's eyes.
   *
   * @param watchlists null for all
   * @param secret only where it was just made
   */
  record View(
      String id,
      String name,
      List<String> rights,
      List<String> watchlists,
      List<String> origins,
      int perMinute,
      Instant created,
      String createdBy,
      Instant expires,
      Instant revoked,
      Instant used,
      String secret) {
    static View of(ApiKey key, String secret) {
      KeyGrant grant = key.grant();
      return new View(
          key.id(),
          grant.name(),
          Right.textsOf(grant.rights()),
          grant.scope().watchlists().orElse(null),
          grant.origins(),
          grant.perMinute(),
          key.created(),
          key.createdBy(),
          grant.expires(),
          key.revoked(),
          key.used(),
          secret);
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.addOnce("POST", KEYS, Right.ADMIN, Repeats.Keeps.NOTHING, this::create);
    routes.add("GET", KEYS, Right.ADMIN, this::list);
    routes.add("DELETE", KEYS + "/{id}", Right.ADMIN, this::revoke);
  }

  private void create(Context context, Caller caller) {
    Wanted wanted = Bodies.json(context, Wanted.class);
    KeyGrant grant = ProblemException.valid(wanted::grant);
    ApiKeys.Created created = ProblemException.valid(() -> keys.create(caller, grant, audit::add));
    Json.answer(context, 201, View.of(created.key(), created.secret()));
  }

  private void list(Context context, Caller caller) {
    int limit = Page.limit(context);
    String cursor = context.queryParam("cursor");
    String after = cursor == null ? null : Cursor.position(cursor, "keys", ID);
    List<ApiKey> all = keys.list(caller);
    List<View> items =
        all.stream()
            .dropWhile(key -> after != null && !key.id().equals(after))
            .skip(after == null ? 0 : 1)
            .limit(limit)
            .map(key -> View.of(key, null))
            .toList();
    boolean more =
        !items.isEmpty() && !all.get(all.size() - 1).id().equals(items.get(items.size() - 1).id());
    Json.answer(
        context,
        200,
        new Page<>(items, more ? Cursor.of("keys", items.get(items.size() - 1).id()) : null));
  }

  private void revoke(Context context, Caller caller) {
    keys.revoke(caller, context.pathParam("id"), audit::add);
    context.status(204);
  }
}
