package io.facestream.console.api;

import io.facestream.console.access.AccessException;
import io.facestream.console.access.Caller;
import io.facestream.console.access.LoginLinks;
import io.facestream.console.access.Right;
import io.facestream.console.access.Sessions;
import io.facestream.console.access.Users;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.http.SessionCookie;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/v1/session} and {@code /api/v1/setup}: logging in and out, by password or by a link;
 * the first password.
 */
public final class SessionRoutes implements RouteGroup {
  private static final String SESSION = "/api/v1/session";

  private final Users users;
  private final LoginLinks links;
  private final Sessions sessions;
  private final AuditLog audit;
  private final SessionCookie cookie;

  public SessionRoutes(
      Users users, LoginLinks links, Sessions sessions, AuditLog audit, SessionCookie cookie) {
    this.users = users;
    this.links = links;
    this.sessions = sessions;
    this.audit = audit;
    this.cookie = cookie;
  }

  record Login(String name, String password) {}

  record Setup(String token, String password) {}

  record Link(String token) {}

  /**
   * Who is logged in.
   *
   * @param watchlists null for all
   * @param csrf to be repeated by what changes something
   */
  record View(
      String name, List<String> rights, List<String> watchlists, String csrf, Instant ends) {
    static View of(Caller caller, String csrf, Instant ends) {
      return new View(
          caller.name(),
          Right.textsOf(caller.rights()),
          caller.scope().watchlists().orElse(null),
          csrf,
          ends);
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.addOpen("POST", "/api/v1/setup", this::setUp);
    routes.addOpen("POST", SESSION, this::logIn);
    routes.addOpen("POST", SESSION + "/link", this::logInByLink);
    routes.addForUsers("GET", SESSION, this::show);
    routes.addForUsers("DELETE", SESSION, this::logOut);
  }

  private void setUp(Context context) {
    Setup setup = Bodies.json(context, Setup.class);
    require(setup.token != null && setup.password != null, "'token' and 'password' are needed");
    Caller user =
        ProblemException.valid(() -> users.setUp(setup.token, setup.password, audit::add));
    begin(context, user, "setup");
  }

  private void logInByLink(Context context) {
    Link link = Bodies.json(context, Link.class);
    require(link.token != null, "'token' is needed");
    begin(context, links.use(link.token), "link");
  }

  private void logIn(Context context) {
    Login login = Bodies.json(context, Login.class);
    require(login.name != null && login.password != null, "'name' and 'password' are needed");
    Caller user;
    try {
      user = users.authenticate(login.name, login.password, context.ip());
    } catch (AccessException e) {
      if (e.reason() == AccessException.Reason.WRONG_LOGIN) {
        // Not the name: people type their passwords there. Not while locked out: it would fill.
        audit.add("nobody", "session.refuse", "", Map.of("from", context.ip()));
      }
      throw e;
    }
    begin(context, user, "password");
  }

  private void begin(Context context, Caller user, String by) {
    Map<String, String> details = Map.of("from", context.ip(), "by", by);
    Sessions.Opened opened = sessions.open(user, cookie.read(context), details, audit::add);
    cookie.write(context, opened.secret(), Sessions.LONGEST);
    Json.answer(context, 200, View.of(user, opened.csrf(), opened.ends()));
  }

  private void show(Context context, Caller caller) {
    // The guard has just found it; it may have ended since.
    Sessions.Session session =
        sessions.find(cookie.read(context)).orElseThrow(ProblemException::notFound);
    Json.answer(context, 200, View.of(caller, session.csrf(), session.ends()));
  }

  private void logOut(Context context, Caller caller) {
    sessions.close(caller, cookie.read(context), audit::add);
    cookie.clear(context);
    context.status(204);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw ProblemException.invalid(message);
    }
  }
}
