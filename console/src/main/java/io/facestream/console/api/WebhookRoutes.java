package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Repeats;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.webhooks.Delivery;
import io.facestream.console.webhooks.Webhook;
import io.facestream.console.webhooks.WebhookEvent;
import io.facestream.console.webhooks.Webhooks;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /api/v1/webhooks}: who is told of what, and how that went. */
public final class WebhookRoutes implements RouteGroup {
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String ONE = WEBHOOKS + "/{id}";
  private static final String LIST = "deliveries";
  private static final Pattern SEQ = Pattern.compile("[1-9][0-9]{0,17}");

  private final Webhooks webhooks;

  public WebhookRoutes(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  record Wanted(String url, List<String> events, List<String> watchlists) {}

  /**
   * A webhook for people's eyes.
   *
   * @param watchlists null for all
   * @param ended since when it is told nothing any more
   * @param secret only where it was just made
   */
  record View(
      String id,
      String url,
      List<String> events,
      List<String> watchlists,
      Instant created,
      String createdBy,
      Instant ended,
      int waiting,
      int delivered,
      int dead,
      String secret) {
    static View of(Webhooks.Counted counted, String secret) {
      Webhook webhook = counted.webhook();
      return new View(
          webhook.id(),
          webhook.url().toString(),
          WebhookEvent.texts(webhook.events()),
          webhook.scope().watchlists().orElse(null),
          webhook.created(),
          webhook.createdBy(),
          webhook.ended(),
          counted.waiting(),
          counted.delivered(),
          counted.dead(),
          secret);
    }
  }

  record DeliveryView(
      String id,
      String event,
      Instant at,
      int attempts,
      String state,
      Integer status,
      String failure,
      Instant nextAt) {
    static DeliveryView of(Delivery delivery) {
      return new DeliveryView(
          delivery.eventId(),
          delivery.event(),
          delivery.at(),
          delivery.attempts(),
          delivery.state(),
          delivery.status(),
          delivery.failure(),
          delivery.nextAt());
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.addOnce("POST", WEBHOOKS, Right.ADMIN, Repeats.Keeps.NOTHING, this::create);
    routes.add("GET", WEBHOOKS, Right.ADMIN, this::list);
    routes.add("DELETE", ONE, Right.ADMIN, this::remove);
    routes.add("POST", ONE + "/test", Right.ADMIN, this::test);
    routes.add("GET", ONE + "/deliveries", Right.ADMIN, this::deliveries);
    routes.add("POST", ONE + "/deliveries/{delivery}/retry", Right.ADMIN, this::retry);
  }

  private void create(Context context, Caller caller) {
    Wanted wanted = Bodies.json(context, Wanted.class);
    Webhooks.Created created =
        ProblemException.valid(
                () -> webhooks.create(caller, wanted.url, wanted.events, wanted.watchlists))
            .orElseThrow(
                () ->
                    new ProblemException(
                        409,
                        "too-many-webhooks",
                        "There are " + Webhooks.MOST + " webhooks already",
                        "Remove one that is needed no more"));
    Json.answer(
        context, 201, View.of(new Webhooks.Counted(created.webhook(), 0, 0, 0), created.secret()));
  }

  private void list(Context context, Caller caller) {
    List<View> items =
        webhooks.list(caller).stream().map(counted -> View.of(counted, null)).toList();
    Json.answer(context, 200, new Page<>(items, null));
  }

  private void remove(Context context, Caller caller) {
    if (!webhooks.remove(caller, context.pathParam("id"))) {
      throw ProblemException.notFound();
    }
    context.status(204);
  }

  private Webhook find(Context context, Caller caller) {
    return webhooks.find(caller, context.pathParam("id")).orElseThrow(ProblemException::notFound);
  }

  /** One that takes something. */
  private Webhook findOpen(Context context, Caller caller) {
    Webhook webhook = find(context, caller);
    if (webhook.ended() != null) {
      throw new ProblemException(
          409,
          "webhook-ended",
          "This webhook is told nothing any more",
          "Remove it, and make another");
    }
    return webhook;
  }

  private void test(Context context, Caller caller) {
    Json.answer(context, 202, DeliveryView.of(webhooks.test(caller, findOpen(context, caller))));
  }

  private void deliveries(Context context, Caller caller) {
    Webhook webhook = find(context, caller);
    int limit = Page.limit(context);
    String cursor = context.queryParam("cursor");
    long before =
        cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.position(cursor, LIST, SEQ));
    List<Delivery> found = webhooks.deliveries(webhook.id(), before, limit);
    List<Delivery> items = found.stream().limit(limit).toList();
    Json.answer(
        context,
        200,
        new Page<>(
            items.stream().map(DeliveryView::of).toList(),
            found.size() > limit
                ? Cursor.of(LIST, Long.toString(items.get(items.size() - 1).seq()))
                : null));
  }

  private void retry(Context context, Caller caller) {
    Delivery delivery =
        webhooks
            .retry(caller, findOpen(context, caller), context.pathParam("delivery"))
            .orElseThrow(ProblemException::notFound);
    Json.answer(context, 202, DeliveryView.of(delivery));
  }
}
