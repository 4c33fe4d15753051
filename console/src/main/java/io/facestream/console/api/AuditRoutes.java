package io.facestream.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.audit.AuditEntry;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /api/v1/audit}: the log of what was done, newest first. */
public final class AuditRoutes implements RouteGroup {
  private static final String LIST = "audit";
  private static final Pattern SEQ = Pattern.compile("[1-9][0-9]{0,17}");

  private final AuditLog audit;

  public AuditRoutes(AuditLog audit) {
    this.audit = audit;
  }

  record View(
      long seq,
      Instant at,
      String actor,
      String action,
      String subject,
      @JsonRawValue String details,
      String hash) {
    static View of(AuditEntry entry) {
      return new View(
          entry.seq(),
          entry.at(),
          entry.actor(),
          entry.action(),
          entry.subject(),
          entry.details(),
          entry.hash());
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", "/api/v1/audit", Right.ADMIN, this::list);
  }

  private void list(Context context, Caller caller) {
    if (!caller.scope().covers(Scope.ALL)) {
      // Entries speak of people of every list.
      throw new ProblemException(
          403,
          "scope-too-small",
          "The audit log is for those who may see all watchlists",
          "Use a key or user of all watchlists");
    }
    int limit = Page.limit(context);
    String cursor = context.queryParam("cursor");
    long before =
        cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.position(cursor, LIST, SEQ));
    List<AuditEntry> found = audit.before(before, limit + 1);
    List<View> items = found.stream().limit(limit).map(View::of).toList();
    String next =
        found.size() > limit
            ? Cursor.of(LIST, Long.toString(items.get(items.size() - 1).seq()))
            : null;
    Json.answer(context, 200, new Page<>(items, next));
  }
}
