package io.facestream.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.client.cameras.StoredCamera;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.cameras.CameraDesk;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.Preconditions;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.policies.PolicyScope;
import io.facestream.wire.CameraRecords;
import io.facestream.wire.CameraSource;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.Printable;
import io.facestream.wire.UnusableRecordException;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/v1/cameras/{camera}/source}: where a camera is read, for administrators who may see
 * all watchlists, since everybody passes before a camera.
 */
public final class CameraSourceRoutes implements RouteGroup {
  private static final Logger LOG = LoggerFactory.getLogger(CameraSourceRoutes.class);
  private static final String SOURCE = CameraRoutes.CAMERAS + "/{camera}/source";
  private static final String URL = "url";
  private static final int LONGEST_NOTE = 200;

  private final CameraDesk desk;
  private final AuditLog audit;

  public CameraSourceRoutes(CameraDesk desk, AuditLog audit) {
    this.desk = desk;
    this.audit = audit;
  }

  /** Whether somebody may know where cameras are read, and change it. */
  static boolean may(Caller caller) {
    return caller.may(Right.ADMIN) && PolicyScope.isAll(caller.scope());
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", SOURCE, Right.ADMIN, this::get);
    routes.add("PUT", SOURCE, Right.ADMIN, this::put);
    routes.add("DELETE", SOURCE, Right.ADMIN, this::delete);
  }

  /** The name of a camera, whether or not there is one. */
  private String name(Context context, Caller caller) {
    if (!may(caller)) {
      throw ProblemException.notFound();
    }
    if (!desk.isOpen()) {
      throw away();
    }
    try {
      String name = CameraRecords.name(context.pathParam("camera"));
      if (name.equals(".") || name.equals("..")) {
        // Clients take them out of addresses.
        throw ProblemException.invalid("A camera's name is not '.' or '..'");
      }
      return name;
    } catch (UnusableRecordException e) {
      throw refused(e.getMessage());
    }
  }

  private void get(Context context, Caller caller) {
    String camera = name(context, caller);
    StoredCamera stored = told(desk::all).get(camera);
    if (stored == null) {
      throw ProblemException.notFound();
    }
    answer(context, camera, stored);
  }

  private void put(Context context, Caller caller) {
    String camera = name(context, caller);
    Preconditions seen = Preconditions.of(context);
    Bodies.requireType(context, Json.TYPE);
    byte[] body = Bodies.bytes(context, Bodies.LONGEST_JSON);
    StoredCamera stored =
        told(
            () ->
                desk.change(camera, before -> source(body, before), before -> hold(seen, before))
                    .orElseThrow(Preconditions::changed));
    audit.add(
        caller.id(),
        "camera.set",
        camera,
        Map.of(
            "address", Printable.of(stored.source().address(), LONGEST_NOTE),
            "enabled", stored.source().runs(),
            "version", stored.version()));
    answer(context, camera, stored);
  }

  private void delete(Context context, Caller caller) {
    String camera = name(context, caller);
    if (told(desk::all).get(camera) == null) {
      throw ProblemException.notFound();
    }
    Preconditions seen = Preconditions.of(context);
    told(() -> desk.change(camera, before -> null, before -> hold(seen, before)));
    audit.add(caller.id(), "camera.unset", camera, Map.of());
    context.status(204);
  }

  private static boolean hold(Preconditions seen, Optional<StoredCamera> now) {
    return seen.hold(now.map(CameraSourceView::etag).orElse(null));
  }

  /**
   * Without an address it keeps the one that it has: no answer tells it, so nobody could say it.
   */
  private static CameraSource source(byte[] body, Optional<StoredCamera> before) {
    try {
      ObjectNode fields = CameraRecords.fields(body);
      if (!fields.has(URL)) {
        before.ifPresent(stored -> fields.put(URL, stored.source().url()));
      }
      return CameraRecords.source(fields);
    } catch (UnusableRecordException e) {
      throw refused(e.getMessage());
    }
  }

  private static void answer(Context context, String camera, StoredCamera stored) {
    context.header("ETag", CameraSourceView.etag(stored));
    Json.answer(context, 200, CameraSourceView.of(camera, stored));
  }

  /** What comes of it, or a problem. */
  private static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (CameraDesk.Changed e) {
      throw Preconditions.changed();
    } catch (FacestreamException e) {
      LOG.warn("The topic of cameras cannot be read or written", e);
      throw away();
    }
  }

  /** Reason and cure stand in one sentence, with a semicolon between. */
  private static ProblemException refused(String sentence) {
    String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    int end = bare.indexOf("; ");
    String cure = end < 0 ? "" : bare.substring(end + 2);
    return new ProblemException(
        422,
        "camera-refused",
        end < 0 ? bare : bare.substring(0, end),
        end < 0
            ? "Say it as the document of the API describes"
            : Character.toUpperCase(cure.charAt(0)) + cure.substring(1));
  }

  private static ProblemException away() {
    return Problems.brokerAway(
        "Where cameras are read cannot be looked up or changed at the moment");
  }
}
