package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.alerts.StoredAlert;
import io.facestream.console.cameras.Camera;
import io.facestream.console.events.Stored;
import io.facestream.console.feed.Feed;
import io.facestream.console.http.EventStream;
import io.facestream.console.http.OpenStreams;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.wire.Sighting;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/feed}: what happens now. Who comes back has missed what was meanwhile. */
public final class FeedRoutes implements RouteGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedRoutes.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Feed feed;
  private final StandingPolicies policies;
  private final OpenStreams streams;
  private final BooleanSupplier broker;

  /**
   * @param broker whether it answers: without it, nothing comes
   */
  public FeedRoutes(
      Feed feed, StandingPolicies policies, OpenStreams streams, BooleanSupplier broker) {
    this.broker = broker;
    this.feed = feed;
    this.policies = policies;
    this.streams = streams;
  }

  @Override
  public void addTo(Routes routes) {
    routes.addLong("GET", "/api/v1/feed", Right.READ, this::stream);
  }

  private void stream(Context context, Caller caller, BooleanSupplier may)
      throws InterruptedException {
    try (OpenStreams.Open counted = streams.begin(caller);
        Feed.Listener listener = feed.listen()) {
      EventStream events = EventStream.open(context);
      events.beat();
      send(events, listener, caller.scope(), may);
    } catch (IOException e) {
      LOG.debug("A reader of the feed has gone", e);
    }
  }

  private void send(EventStream events, Feed.Listener listener, Scope scope, BooleanSupplier may)
      throws IOException, InterruptedException {
    long said = System.nanoTime();
    long looked = said - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
    boolean up = true;
    while (!listener.isClosed()) {
      long now = System.nanoTime();
      if (now - looked >= TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
        if (!may(may)) {
          return;
        }
        if (up != broker.getAsBoolean()) {
          up = !up;
          events.send("broker", null, Map.of("up", up));
        }
        looked = now;
      }
      if (listener.isCutOff()) {
        events.send("cut-off", null, Map.of("cure", "Connect again; ask the lists for what was"));
        return;
      }
      send(events, listener.next(LOOK_MILLIS), scope);
      if (now - said > SILENCE_NANOS) {
        events.beat();
        said = now;
      }
    }
  }

  private static boolean may(BooleanSupplier may) {
    try {
      return may.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("A stream ends, since the database does not answer", e);
      return false;
    }
  }

  private void send(EventStream events, Object item, Scope scope) throws IOException {
    if (item instanceof Camera camera) {
      events.send("camera", null, CameraView.of(camera));
    } else if (item instanceof StoredAlert alert
        && scope.sees(alert.stored().record().match().watchlists())) {
      events.send("alert", null, AlertView.of(alert, scope));
    } else if (item instanceof Stored<?> stored
        && stored.record() instanceof Sighting sighting
        && scope.sees(sighting.person().watchlists())) {
      events.send(
          "sighting",
          null,
          SightingView.of(
              new Stored<>(stored.place(), stored.key(), sighting),
              List.of(),
              scope,
              policies.reviewers()));
    }
  }
}
