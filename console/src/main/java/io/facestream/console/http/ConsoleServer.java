package io.facestream.console.http;

import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.RateLimits;
import io.facestream.console.access.Sessions;
import io.facestream.console.once.KeptAnswers;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Function;

/** The server with its routes, until it is closed. */
public final class ConsoleServer implements AutoCloseable {
  private static final String BEGUN = "begun";

  private final Javalin javalin;
  private final List<Route> routes;

  private ConsoleServer(Javalin javalin, List<Route> routes) {
    this.javalin = javalin;
    this.routes = routes;
  }

  /**
   * What groups of routes are made with.
   *
   * @param cookie of sessions
   * @param requests what was answered so far
   */
  public record Means(SessionCookie cookie, Requests requests) {}

  /**
   * Starts it.
   *
   * @throws ServerException when the port is taken
   */
  public static ConsoleServer start(
      ServerOptions options,
      Sessions sessions,
      ApiKeys keys,
      KeptAnswers answers,
      Queries queries,
      Function<Means, List<RouteGroup>> groups) {
    Origins origins = new Origins(options.publicAddress());
    SessionCookie cookie = new SessionCookie(options.overTls());
    Requests requests = new Requests();
    Guard guard = new Guard(sessions, keys, new RateLimits(), origins, cookie);
    Routes[] routes = new Routes[1];
    Javalin javalin =
        Javalin.create(
            config -> {
              basics(config, options.overTls());
              config.contextResolver.ip = new ClientAddresses(options.trustedProxies())::of;
              everyRequest(config, options.overTls(), requests);
              config.routes.before("/api/*", new Preflight(keys, origins)::answer);
              Problems.addTo(config.routes);
              routes[0] = new Routes(config.routes, guard, new Repeats(answers), queries);
              groups.apply(new Means(cookie, requests)).forEach(group -> group.addTo(routes[0]));
            });
    try {
      javalin.start(options.host(), options.port());
    } catch (RuntimeException e) {
      javalin.stop();
      throw cannotListen(options, e);
    }
    return new ConsoleServer(javalin, routes[0].all());
  }

  /**
   * Looks whether the port can be had, as far as one can know before.
   *
   * @throws ServerException when it is taken
   */
  public static void requireFree(ServerOptions options) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(options.host(), options.port()));
    } catch (BindException e) {
      throw cannotListen(options, new UncheckedIOException(e));
    } catch (IOException e) {
      // What it is, the server says when it starts.
    }
  }

  private static void basics(JavalinConfig config, boolean overTls) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    // What reads a body by Javalin's own ways is bounded too; see Bodies.
    config.http.maxRequestSize = Bodies.LONGEST_JSON;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setErrorHandler(new ServerErrors(overTls)));
  }

  private static void everyRequest(JavalinConfig config, boolean overTls, Requests requests) {
    config.routes.before(
        context -> {
          context.attribute(BEGUN, System.nanoTime());
          RequestLog.begin(context);
          SecurityHeaders.set(context, overTls);
        });
    config.requestLogger.http(
        (context, millis) -> {
          RequestLog.end(context, millis);
          requests.count(
              context.req().getMethod(), route(context), context.statusCode(), nanos(context));
        });
  }

  private static long nanos(Context context) {
    Long begun = context.attribute(BEGUN);
    return begun == null ? 0 : System.nanoTime() - begun;
  }

  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "" : endpoint.path;
  }

  private static RuntimeException cannotListen(ServerOptions options, RuntimeException failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof BindException
          || at.getMessage() != null && at.getMessage().contains("already in use")) {
        return new ServerException(
            "Port " + options.port() + " of " + options.host() + " is taken", failure);
      }
    }
    return failure;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** All routes, to be compared with the document. */
  public List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
