package io.facestream.console.api;

import io.facestream.client.frames.FramePlace;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.asks.AskException;
import io.facestream.console.asks.AskListener;
import io.facestream.console.asks.Asked;
import io.facestream.console.asks.Asks;
import io.facestream.console.asks.FaceTokens;
import io.facestream.console.asks.Picture;
import io.facestream.console.asks.Recall;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.EventStream;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.Problems;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Outcome;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/recognize} and {@code /api/v1/analyze}: who is in a picture. */
public final class PictureRoutes implements RouteGroup {
  private static final Logger LOG = LoggerFactory.getLogger(PictureRoutes.class);
  private static final String ACTION = "search.picture";

  /** Those of a verdict, of which the job has at most so many. */
  private static final int MOST_CANDIDATES = 20;

  private final Asks asks;
  private final FaceTokens tokens;
  private final Recall recall;
  private final AuditLog audit;

  public PictureRoutes(Asks asks, FaceTokens tokens, Recall recall, AuditLog audit) {
    this.asks = asks;
    this.tokens = tokens;
    this.recall = recall;
    this.audit = audit;
  }

  /** Who stands there; see the document. */
  record Recognition(
      String request,
      Outcome outcome,
      FaceView face,
      int others,
      Person person,
      Double similarity,
      Double threshold,
      Double margin,
      Boolean reviewRequired,
      ReasonCode reasonCode,
      String reason,
      String token,
      double milliseconds) {}

  record Person(
      String personId,
      String name,
      List<String> watchlists,
      Map<String, String> details,
      Recall.Past visits) {}

  record Analysis(
      String request,
      Integer width,
      Integer height,
      List<FaceView> faces,
      Timings timings,
      double milliseconds) {}

  record Accepted(String request) {}

  record Done(double milliseconds) {}

  @Override
  public void addTo(Routes routes) {
    routes.add("POST", "/api/v1/recognize", Right.RECOGNISE, this::recognize);
    routes.add("POST", "/api/v1/analyze", Right.RECOGNISE, this::analyze);
  }

  /**
   * What somebody asks.
   *
   * @param watchlists see {@link Asks#within}
   */
  private record Wish(
      String request, Picture picture, List<String> watchlists, List<String> analysers) {
    static Wish of(Context context, Caller caller, List<String> analysers) {
      List<String> watchlists = Asks.within(caller.scope(), Uploads.names(context, "watchlists"));
      return new Wish(Asks.newRequest(), Uploads.picture(context), watchlists, analysers);
    }
  }

  private void recognize(Context context, Caller caller) {
    Asked asked = ask(Wish.of(context, caller, List.of()), caller, AskListener.SILENT);
    Json.answer(context, 200, recognition(asked, caller));
  }

  private Recognition recognition(Asked asked, Caller caller) {
    List<Face> faces = asked.verdict().faces();
    if (faces.isEmpty()) {
      return new Recognition(
          asked.request(),
          Outcome.NO_FACE,
          null,
          0,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          asked.milliseconds());
    }
    Face face = faces.get(0);
    FaceView.MatchView match = FaceView.MatchView.of(face.match());
    String token = token(asked.verdict().frame(), face, caller);
    return new Recognition(
        asked.request(),
        Outcome.of(List.of(face)),
        FaceView.of(0, face, 0, null),
        faces.size() - 1,
        match == null ? null : person(match, caller),
        match == null ? null : match.similarity(),
        match == null ? null : match.threshold(),
        match == null ? null : match.margin(),
        match == null ? null : match.reviewRequired(),
        face.reasonCode(),
        face.reason(),
        token,
        asked.milliseconds());
  }

  private Person person(FaceView.MatchView match, Caller caller) {
    return new Person(
        match.personId(),
        match.name(),
        match.watchlists(),
        recall.details(match.personId()),
        recall.visits(match.personId(), caller.scope()));
  }

  private void analyze(Context context, Caller caller) throws IOException {
    int candidates = Page.number(context, "candidates", 5, 1, MOST_CANDIDATES);
    Wish wish = Wish.of(context, caller, Uploads.analysers(context));
    if (EventStream.isAskedFor(context)) {
      stream(context, caller, wish, candidates);
      return;
    }
    Analyses analyses = new Analyses();
    Asked asked = ask(wish, caller, analyses);
    FrameRef frame = asked.verdict().frame();
    Json.answer(
        context,
        200,
        new Analysis(
            wish.request(),
            frame.width(),
            frame.height(),
            analyses.on(faces(asked, candidates, caller)),
            asked.verdict().timings(),
            asked.milliseconds()));
  }

  private void stream(Context context, Caller caller, Wish wish, int candidates) {
    try {
      PictureEvents events = new PictureEvents(EventStream.open(context));
      events.send("accepted", new Accepted(wish.request()));
      try {
        Asked asked =
            ask(wish, caller, events.telling(answer -> faces(answer, candidates, caller)));
        events.send("done", new Done(asked.milliseconds()));
      } catch (AskException e) {
        events.problem(Problems.of(e));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("Who asked for picture {} has gone", wish.request(), e);
    }
  }

  private List<FaceView> faces(Asked asked, int candidates, Caller caller) {
    Verdict verdict = asked.verdict();
    List<FaceView> views = new ArrayList<>();
    for (Face face : verdict.faces()) {
      views.add(FaceView.of(views.size(), face, candidates, token(verdict.frame(), face, caller)));
    }
    return views;
  }

  private String token(FrameRef frame, Face face, Caller caller) {
    return face.outcome() == FaceOutcome.UNKNOWN && caller.may(Right.ENROL)
        ? tokens.of(new FramePlace(frame.partition(), frame.offset()), face.box(), caller)
        : null;
  }

  /** What was asked stands in the log also when nobody was found, and when there was no answer. */
  private Asked ask(Wish wish, Caller caller, AskListener listener) {
    Map<String, Object> details = new TreeMap<>();
    details.put(
        "watchlists",
        wish.watchlists() == null ? "all" : Integer.toString(wish.watchlists().size()));
    if (!wish.analysers().isEmpty()) {
      details.put("analysers", wish.analysers());
    }
    try {
      Asked asked =
          asks.ask(wish.request(), wish.picture(), wish.watchlists(), wish.analysers(), listener);
      List<Face> faces = asked.verdict().faces();
      details.put("faces", faces.size());
      details.put("recognised", faces.stream().filter(face -> face.match() != null).count());
      return asked;
    } catch (AskException e) {
      details.put("failed", e.reason().name());
      throw e;
    } finally {
      audit.add(caller.id(), ACTION, wish.request(), details);
    }
  }
}
