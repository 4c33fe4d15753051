package io.facestream.console.http;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Where groups add their routes. None is added without a word on who may. */
public final class Routes {
  private final RoutesConfig javalin;
  private final Guard guard;
  private final Repeats repeats;
  private final Queries queries;
  private final List<Route> all = new ArrayList<>();

  Routes(RoutesConfig javalin, Guard guard, Repeats repeats, Queries queries) {
    this.javalin = javalin;
    this.guard = guard;
    this.repeats = repeats;
    this.queries = queries;
  }

  /** What a route does for one who may. */
  @FunctionalInterface
  public interface Action {
    /** Answers, or throws a {@link ProblemException}. */
    void run(Context context, Caller caller) throws Exception;
  }

  /** What a route does for anybody. */
  @FunctionalInterface
  public interface OpenAction {
    /** Answers, or throws a {@link ProblemException}. */
    void run(Context context) throws Exception;
  }

  /** For a user or key with this right. */
  public void add(String method, String path, Right right, Action action) {
    register(method, path, context -> action.run(context, guard.requireRight(context, right)));
  }

  /** The same for what makes something: a request that comes again makes it once. */
  public void addOnce(String method, String path, Right right, Repeats.Keeps keeps, Action action) {
    add(method, path, right, (context, caller) -> repeats.run(context, caller, keeps, action));
  }

  /** What a route does that answers for as long as its reader stays. */
  @FunctionalInterface
  public interface LongAction {
    /**
     * Answers.
     *
     * @param may whether the caller still may, which ends with his session or key
     */
    void run(Context context, Caller caller, BooleanSupplier may) throws Exception;
  }

  /** For a user or key with this right, who may read for hours. */
  public void addLong(String method, String path, Right right, LongAction action) {
    add(
        method,
        path,
        right,
        (context, caller) -> {
          if (context.req().getMethod().equals("HEAD")) {
            context.header("Allow", "GET");
            throw new ProblemException(
                405, "method-not-allowed", "Not by this method", "Use one of those in Allow");
          }
          action.run(context, caller, () -> guard.isStill(context, caller));
        });
  }

  /** For every user and key. */
  public void addForAll(String method, String path, Action action) {
    register(method, path, context -> action.run(context, guard.requireCaller(context)));
  }

  /** For users who have logged in, and no key. */
  public void addForUsers(String method, String path, Action action) {
    register(method, path, context -> action.run(context, guard.requireUser(context)));
  }

  /** For anybody; pages of other origins cannot change anything by it. */
  public void addOpen(String method, String path, OpenAction action) {
    register(
        method,
        path,
        context -> {
          guard.requireSameOrigin(context);
          action.run(context);
        });
  }

  /** A file of the page, for anybody; no part of the API. */
  public void addFile(String path, String type, byte[] bytes) {
    addFile(path, type, bytes, Map.of());
  }

  /** A file that pages of any origin may embed: what is in it is no secret, and asks for none. */
  public void addSharedFile(String path, String type, byte[] bytes) {
    addFile(
        path,
        type,
        bytes,
        Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin"));
  }

  private void addFile(String path, String type, byte[] bytes, Map<String, String> headers) {
    String tag = Etags.of(bytes);
    Handler handler =
        context -> {
          headers.forEach(context::header);
          // Asked for again each time, and answered in a word while it is the same.
          context.header("Cache-Control", "no-cache").header("ETag", tag);
          if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
          } else {
            context.contentType(type).result(bytes);
          }
        };
    handle("GET", path, handler);
  }

  private void register(String method, String path, Handler handler) {
    Route route = new Route(method, path);
    all.add(route);
    handle(
        method,
        path,
        context -> {
          queries.check(route, context);
          handler.handle(context);
        });
  }

  private void handle(String method, String path, Handler handler) {
    javalin.addHttpHandler(HandlerType.findOrCreate(method), path, handler);
    if (method.equals("GET")) {
      // Or Javalin answers 200 to all: nobody asks who may, or how it is.
      javalin.addHttpHandler(HandlerType.findOrCreate("HEAD"), path, handler);
    }
  }

  List<Route> all() {
    return List.copyOf(all);
  }
}
