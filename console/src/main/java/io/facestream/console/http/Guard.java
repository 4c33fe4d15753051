package io.facestream.console.http;

import io.facestream.console.access.ApiKey;
import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Caller;
import io.facestream.console.access.RateLimits;
import io.facestream.console.access.Right;
import io.facestream.console.access.Sessions;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: a key in {@code Authorization: Bearer}, else the session of a cookie. A
 * request by cookie that changes something must come from the console's own page and repeat the
 * session's token; a browser adds neither a key nor that token by itself.
 */
final class Guard {
  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String CALLER = "caller";
  private static final String BEARER = "Bearer ";
  private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;
  private final ApiKeys keys;
  private final RateLimits limits;
  private final Origins origins;
  private final SessionCookie cookie;

  Guard(Sessions sessions, ApiKeys keys, RateLimits limits, Origins origins, SessionCookie cookie) {
    this.sessions = sessions;
    this.keys = keys;
    this.limits = limits;
    this.origins = origins;
    this.cookie = cookie;
  }

  /** Who asks, as far as this request has established; else null. */
  static Caller callerOf(Context context) {
    return context.attribute(CALLER);
  }

  Caller requireRight(Context context, Right right) {
    Caller caller = requireCaller(context);
    if (!caller.may(right)) {
      throw ProblemException.missing(right);
    }
    return caller;
  }

  Caller requireCaller(Context context) {
    String authorization = context.header("Authorization");
    Caller caller = authorization != null ? ofKey(context, authorization) : ofSession(context);
    context.attribute(CALLER, caller);
    return caller;
  }

  /** Whether what a request came with still makes the same caller, long after its beginning. */
  boolean isStill(Context context, Caller caller) {
    String authorization = context.header("Authorization");
    Optional<Caller> now =
        authorization != null
            ? keys.find(authorization.substring(BEARER.length()).strip()).map(ApiKey::caller)
            : Optional.ofNullable(cookie.read(context)).flatMap(sessions::callerOf);
    return now.filter(caller::equals).isPresent();
  }

  Caller requireUser(Context context) {
    Caller caller = ofSession(context);
    context.attribute(CALLER, caller);
    return caller;
  }

  void requireSameOrigin(Context context) {
    if (changesSomething(context) && origins.foreign(context) != null) {
      throw originNotAllowed();
    }
  }

  private static boolean changesSomething(Context context) {
    return !CHANGE_NOTHING.contains(context.req().getMethod());
  }

  private Caller ofKey(Context context, String authorization) {
    String origin = origins.foreign(context);
    Optional<ApiKey> found =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? keys.find(authorization.substring(BEARER.length()).strip())
            : Optional.empty();
    if (found.isEmpty()) {
      if (origin != null && keys.anyAllows(origin)) {
        Origins.allow(context, origin);
      }
      throw unauthorized(
          context, "bad-key", "This is no valid key", "Use one that has not expired");
    }
    ApiKey key = found.get();
    if (origin != null) {
      if (!key.grant().origins().contains(origin)) {
        throw originNotAllowed();
      }
      Origins.allow(context, origin);
    }
    Duration wait = limits.take(key);
    if (!wait.isZero()) {
      throw new ProblemException(
              429, "too-many-requests", "This key asks too often", "Wait as Retry-After says")
          .retryAfter(wait);
    }
    return key.caller();
  }

  private Caller ofSession(Context context) {
    String secret = cookie.read(context);
    Sessions.Session session =
        Optional.ofNullable(secret)
            .flatMap(sessions::find)
            .orElseThrow(
                () ->
                    unauthorized(
                        context, "not-logged-in", "Nobody is logged in", "Log in, or send a key"));
    if (origins.foreign(context) != null) {
      throw originNotAllowed();
    }
    if (changesSomething(context) && !session.isRepeatedBy(context.header(CSRF_HEADER))) {
      throw new ProblemException(
          403,
          "csrf",
          "The session's token is missing or wrong",
          "Send the 'csrf' of GET /api/v1/session as header " + CSRF_HEADER);
    }
    return session.caller();
  }

  private static ProblemException unauthorized(
      Context context, String code, String title, String cure) {
    context.header("WWW-Authenticate", "Bearer");
    return new ProblemException(401, code, title, cure);
  }

  static ProblemException originNotAllowed() {
    return new ProblemException(
        403,
        "origin-not-allowed",
        "Pages of this origin may not ask here",
        "Use a key that lists the origin");
  }
}
