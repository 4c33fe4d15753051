package io.facestream.console.http;

import io.facestream.console.access.AccessException;
import io.facestream.console.asks.AskException;
import io.facestream.console.people.PeopleException;
import io.facestream.console.store.BusyException;
import io.facestream.console.store.Failures;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is thrown into problems. What is not for the sender goes to the log, by its id. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** When to try again what was busy or away. */
  public static final Duration BACK_SOON = Duration.ofSeconds(5);

  private Problems() {}

  static void addTo(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, context) -> answer(context, e));
    routes.exception(AccessException.class, (e, context) -> answer(context, ofAccess(e)));
    routes.exception(AskException.class, (e, context) -> answer(context, of(e)));
    routes.exception(PeopleException.class, (e, context) -> answer(context, of(e)));
    routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          String methods = e.getDetails().get("availableMethods");
          if (methods != null) {
            context.header("Allow", methods);
          }
          answer(context, ofJavalin(e));
        });
    routes.exception(BusyException.class, (e, context) -> answer(context, busy(e.getMessage())));
    routes.exception(ConnectionException.class, (e, context) -> databaseAway(context, e));
    routes.exception(Exception.class, Problems::unexpected);
  }

  static void answer(Context context, ProblemException problem) {
    if (problem.retrySeconds() > 0) {
      context.header("Retry-After", Long.toString(problem.retrySeconds()));
    }
    Json.write(context, problem.problem().status(), Problem.MEDIA_TYPE, problem.problem());
  }

  /**
   * What needs the broker cannot be done now.
   *
   * @param title what it is
   */
  public static ProblemException brokerAway(String title) {
    return new ProblemException(503, "broker-away", title, "Try again when the broker is back")
        .retryAfter(BACK_SOON);
  }

  /**
   * Too much of it is under way.
   *
   * @param title what it is
   */
  public static ProblemException busy(String title) {
    return new ProblemException(503, "busy", title, "Try again in some seconds")
        .retryAfter(BACK_SOON);
  }

  private static ProblemException ofAccess(AccessException e) {
    return switch (e.reason()) {
      case WRONG_LOGIN ->
          new ProblemException(401, "wrong-login", e.getMessage(), "Check both, and try again");
      case LOCKED_OUT ->
          new ProblemException(
                  429, "locked-out", e.getMessage(), "Wait for as long as Retry-After says")
              .retryAfter(e.untilNext());
      case LINK_ENDED ->
          new ProblemException(
              410, "link-ended", "This link has ended", "Start the console again for a new one");
      case EXCEEDS_OWN ->
          new ProblemException(
              403, "exceeds-own", e.getMessage(), "Leave out what you do not have yourself");
      case NO_SUCH_KEY -> ProblemException.notFound();
      case BUSY ->
          new ProblemException(503, "busy", e.getMessage(), "Try again in some seconds")
              .retryAfter(e.untilNext());
    };
  }

  /** Of a picture that gets no answer. */
  public static ProblemException of(AskException e) {
    return switch (e.reason()) {
      case NO_PICTURE ->
          new ProblemException(422, "no-picture", e.getMessage(), "Send a JPEG, PNG or WebP file");
      case REFUSED ->
          new ProblemException(422, "picture-refused", e.getMessage(), "Send another picture");
      case BROKER_AWAY -> brokerAway(e.getMessage());
      case NO_ANSWER ->
          new ProblemException(504, "no-answer", e.getMessage(), "See whether the job runs");
      case BUSY -> busy(e.getMessage());
      case UNKNOWN_WATCHLIST ->
          new ProblemException(
              400, "unknown-watchlist", e.getMessage(), "Name those that you may search");
    };
  }

  private static ProblemException of(PeopleException e) {
    return switch (e.reason()) {
      case NOT_FOUND -> ProblemException.notFound();
      case INVALID -> ProblemException.invalid(e.getMessage());
      case POOR_PHOTO ->
          new ProblemException(
              422,
              "poor-quality",
              e.getMessage(),
              "Take another photo: sharp, well lit, from the front");
      case ALREADY_ENROLLED ->
          new ProblemException(409, "already-enrolled", e.getMessage(), "Take another id");
      case SHARED ->
          new ProblemException(
              409,
              "shared-person",
              e.getMessage(),
              "Take the person off your watchlists, or ask somebody who may see all");
      case LAST_PHOTO ->
          new ProblemException(
              409, "last-photo", e.getMessage(), "Add another photo first, or erase the person");
      case UNDO_ENDED ->
          new ProblemException(
              410,
              "undo-ended",
              e.getMessage(),
              "Enrol the person anew, and erase the photos here");
      case MERGED_ON ->
          new ProblemException(409, "merged-on", e.getMessage(), "Undo the later merge first");
      case BROKER_AWAY -> brokerAway(e.getMessage());
    };
  }

  private static ProblemException ofJavalin(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> ProblemException.notFound();
      case 405 ->
          new ProblemException(
              405, "method-not-allowed", "Not by this method", "Use one of those in Allow");
      case 413 -> Bodies.tooLarge();
      default ->
          new ProblemException(
              e.getStatus(),
              "refused",
              "The request was refused",
              "Send what the document of the API describes");
    };
  }

  private static void databaseAway(Context context, Exception e) {
    LOG.warn("Request {}: the database does not answer", RequestLog.id(context), e);
    answer(
        context,
        new ProblemException(
                503,
                "database-away",
                "The console's database does not answer",
                "Try again when it is back")
            .retryAfter(BACK_SOON));
  }

  private static void unexpected(Exception e, Context context) {
    if (Failures.isAway(e)) {
      databaseAway(context, e);
      return;
    }
    LOG.error("Request {} failed", RequestLog.id(context), e);
    Problem problem =
        Problem.of(
                500,
                "internal",
                "Something went wrong in the console",
                "Look for the id in the console's log")
            .withId(RequestLog.id(context));
    Json.write(context, 500, Problem.MEDIA_TYPE, problem);
  }
}
