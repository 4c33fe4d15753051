package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.cameras.Camera;
import io.facestream.console.cameras.CameraDesk;
import io.facestream.console.cameras.Cameras;
import io.facestream.console.http.Json;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Match;
import io.facestream.wire.Verdict;
import io.facestream.wire.Zone;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code /api/v1/cameras}: how they do, and what they show. */
public final class CameraRoutes implements RouteGroup {
  static final String CAMERAS = "/api/v1/cameras";

  private final Cameras cameras;
  private final CameraDesk desk;
  private final FramePictures pictures;
  private final StandingPolicies policies;

  /**
   * @param policies which say where faces are ignored
   */
  public CameraRoutes(
      Cameras cameras, CameraDesk desk, FramePictures pictures, StandingPolicies policies) {
    this.cameras = cameras;
    this.desk = desk;
    this.pictures = pictures;
    this.policies = policies;
  }

  record FrameView(Instant capturedAt, int width, int height) {}

  record FaceView(Box box, String name, String personId, String outcome) {
    /** Somebody outside the scope is as if he were not in the gallery. */
    static FaceView of(Face face, Scope scope) {
      Match match = face.match();
      boolean seen = match != null && scope.sees(match.watchlists());
      FaceOutcome outcome =
          face.outcome() == FaceOutcome.MATCH && !seen ? FaceOutcome.UNKNOWN : face.outcome();
      return new FaceView(
          face.box(),
          seen ? match.name() : null,
          seen ? match.personId() : null,
          outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @param ignored zones in which faces are passed over now; null when there are none
   */
  record FacesView(FrameView frame, List<FaceView> faces, List<Zone> ignored) {}

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", CAMERAS, Right.READ, this::list);
    routes.add("GET", CAMERAS + "/{id}/picture", Right.READ, this::picture);
    routes.add("GET", CAMERAS + "/{id}/faces", Right.READ, this::faces);
  }

  private void list(Context context, Caller caller) {
    boolean sources = CameraSourceRoutes.may(caller);
    Json.answer(
        context, 200, new Page<>(CameraView.all(cameras.all(), desk.standing(), sources), null));
  }

  private Camera find(Context context) {
    return cameras.find(context.pathParam("id")).orElseThrow(ProblemException::notFound);
  }

  private void picture(Context context, Caller caller) {
    Camera camera = find(context);
    FrameRef frame = camera.newest().frame();
    String etag = "\"" + frame.partition() + "-" + frame.offset() + "\"";
    if (etag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    Pictures.answer(context, pictures, camera.id(), frame, null);
    context.header("ETag", etag);
  }

  private void faces(Context context, Caller caller) {
    Camera camera = find(context);
    Verdict newest = camera.newest();
    List<Zone> ignored = policies.ignoredAt(camera.id());
    FrameRef frame = newest.frame();
    List<Face> faces = newest.faces() == null ? List.of() : newest.faces();
    Json.answer(
        context,
        200,
        new FacesView(
            new FrameView(frame.capturedAt(), frame.width(), frame.height()),
            faces.stream().map(face -> FaceView.of(face, caller.scope())).toList(),
            ignored.isEmpty() ? null : ignored));
  }
}
