package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.alerts.AlertPosition;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.alerts.LiveAlerts;
import io.facestream.console.alerts.StoredAlert;
import io.facestream.console.events.EventFilter;
import io.facestream.console.http.Cursor;
import io.facestream.console.http.EventStream;
import io.facestream.console.http.Json;
import io.facestream.console.http.OpenStreams;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.wire.Alert;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/alerts}: recent ones as a list, live ones as a stream of events. */
public final class AlertRoutes implements RouteGroup {
  static final String ALERTS = "/api/v1/alerts";
  private static final Logger LOG = LoggerFactory.getLogger(AlertRoutes.class);
  private static final String LIST = "alerts";
  private static final String RESUME = "Last-Event-ID";
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Alerts alerts;
  private final LiveAlerts live;
  private final OpenStreams streams;
  private final EventPictures pictures;
  private final Clock clock;

  public AlertRoutes(
      Alerts alerts, LiveAlerts live, OpenStreams streams, EventPictures pictures, Clock clock) {
    this.alerts = alerts;
    this.pictures = pictures;
    this.live = live;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.addLong("GET", ALERTS, Right.READ, this::listOrStream);
    routes.add("GET", ALERTS + "/{id}/picture", Right.READ, this::picture);
  }

  private void picture(Context context, Caller caller) {
    Alert alert =
        alerts
            .find(EventFilter.all(caller.scope()), context.pathParam("id"))
            .orElseThrow(ProblemException::notFound)
            .stored()
            .record();
    pictures.answer(context, EventPictures.View.of(alert));
  }

  private void listOrStream(Context context, Caller caller, BooleanSupplier may) throws Exception {
    if (EventStream.isAskedFor(context)) {
      stream(context, caller, may);
    } else {
      list(context, caller);
    }
  }

  private void list(Context context, Caller caller) {
    int limit = Page.limit(context);
    List<StoredAlert> found =
        alerts.list(
            EventParams.filter(context, caller, clock), EventParams.after(context, LIST), limit);
    List<StoredAlert> items = found.stream().limit(limit).toList();
    String next =
        found.size() > limit
            ? Cursor.of(LIST, items.get(items.size() - 1).stored().place().toString())
            : null;
    Json.answer(
        context,
        200,
        new Page<>(
            items.stream().map(alert -> AlertView.of(alert, caller.scope())).toList(), next));
  }

  private void stream(Context context, Caller caller, BooleanSupplier may) throws Exception {
    EventFilter filter = EventParams.filter(context, caller, clock);
    LiveAlerts.Reader reader =
        reader(context.header(RESUME), filter).orElseThrow(AlertRoutes::notFollowedYet);
    try (OpenStreams.Open counted = streams.begin(caller)) {
      EventStream events = EventStream.open(context);
      events.mark(reader.position().toString());
      send(events, reader, caller, may);
    } catch (IOException e) {
      // The reader has gone, or took nothing for so long that the server let go of him. His
      // position is all that he needs to go on.
      LOG.debug("A stream of alerts has ended", e);
    } catch (JdbiException e) {
      // Too late for a problem; he comes back.
      LOG.warn("A stream of alerts ends, since the database does not answer", e);
    }
  }

  private static void send(
      EventStream events, LiveAlerts.Reader reader, Caller caller, BooleanSupplier may)
      throws IOException, InterruptedException {
    long said = System.nanoTime();
    while (may.getAsBoolean()
        && reader.read(
            LOOK,
            (alert, after) ->
                events.send("alert", after.toString(), AlertView.of(alert, caller.scope())))) {
      if (System.nanoTime() - said > SILENCE.toNanos()) {
        events.beat();
        said = System.nanoTime();
      }
    }
  }

  private Optional<LiveAlerts.Reader> reader(String resume, EventFilter filter) {
    if (resume == null || resume.isEmpty()) {
      return live.fromNow(filter);
    }
    AlertPosition position =
        AlertPosition.parse(resume)
            .orElseThrow(
                () ->
                    new ProblemException(
                        400,
                        "bad-position",
                        RESUME + " is no id of this stream",
                        "Begin without it"));
    return live.from(filter, position);
  }

  private static ProblemException notFollowedYet() {
    return Problems.brokerAway("The topic of alerts was not reached yet");
  }
}
