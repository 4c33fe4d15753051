package io.facestream.console;

import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.LoginLinks;
import io.facestream.console.access.Sessions;
import io.facestream.console.access.Users;
import io.facestream.console.api.AnalyserRoutes;
import io.facestream.console.api.AuditRoutes;
import io.facestream.console.api.Contract;
import io.facestream.console.api.EnrolledFaces;
import io.facestream.console.api.HealthRoutes;
import io.facestream.console.api.KeyRoutes;
import io.facestream.console.api.PictureRoutes;
import io.facestream.console.api.SessionRoutes;
import io.facestream.console.api.SimilarSightings;
import io.facestream.console.asks.AnalyserCatalogue;
import io.facestream.console.asks.Asks;
import io.facestream.console.asks.FaceTokens;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.ConsoleServer;
import io.facestream.console.http.Route;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.ServerOptions;
import io.facestream.console.once.KeptAnswers;
import io.facestream.console.page.PageFiles;
import io.facestream.console.page.SdkFiles;
import io.facestream.console.people.Erasures;
import io.facestream.console.people.SimilarPeople;
import io.facestream.console.store.Database;
import io.facestream.console.store.DatabaseAddress;
import io.facestream.console.store.FolderLock;
import io.facestream.console.webhooks.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The whole service, from its start until it is closed. */
public final class Console implements AutoCloseable {
  private final FolderLock lock;
  private final Database database;
  private final Asks asks;
  private final PolicyParts policies;
  private final Streams streams;
  private final Enrolments enrolments;
  private final Duties duties;
  private final ConsoleServer server;
  private final URI address;
  private final Optional<String> setupToken;
  private final LoginLinks links;

  private Console(
      FolderLock lock,
      Database database,
      Asks asks,
      PolicyParts policies,
      Streams streams,
      Enrolments enrolments,
      Duties duties,
      ConsoleServer server,
      URI address,
      Optional<String> setupToken,
      LoginLinks links) {
    this.lock = lock;
    this.database = database;
    this.asks = asks;
    this.policies = policies;
    this.streams = streams;
    this.enrolments = enrolments;
    this.duties = duties;
    this.server = server;
    this.address = address;
    this.setupToken = setupToken;
    this.links = links;
  }

  /**
   * Opens the database and serves.
   *
   * @param desk the job that it is the desk of; null for none, which leaves users, keys and log
   * @throws io.facestream.wire.FacestreamException when the database or the port cannot be had
   */
  public static Console start(
      DatabaseAddress where, ServerOptions options, DeskTopics desk, Clock clock) {
    return start(where, options, desk, Reach.PUBLIC, clock);
  }

  /**
   * The same.
   *
   * @param reach where webhooks may be sent
   */
  public static Console start(
      DatabaseAddress where, ServerOptions options, DeskTopics desk, Reach reach, Clock clock) {
    // Before anything is made, or a broker is waited for.
    ConsoleServer.requireFree(options);
    Database database = Database.open(where);
    FolderLock lock = null;
    Asks asks = null;
    PolicyParts policies = null;
    Streams streams = null;
    Enrolments enrolments = null;
    Duties duties = null;
    ConsoleServer server = null;
    try {
      lock = where.folder().map(FolderLock::take).orElse(null);
      if (lock != null) {
        // The only console of this database: what is under way was left by one that was killed.
        new KeptAnswers(database.jdbi(), clock).dropUnderWay();
      }
      Users users = new Users(database.jdbi(), clock);
      asks =
          desk == null ? Asks.none() : Asks.open(desk.connection(), desk.topics(), Asks.PATIENCE);
      policies = new PolicyParts(desk);
      AuditLog audit = new AuditLog(database.jdbi(), clock);
      TopicAges ages = new TopicAges(desk);
      duties = new Duties(database.jdbi(), audit, policies.standing(), ages, reach, clock);
      streams =
          new Streams(
              desk,
              policies.standing(),
              database.jdbi(),
              duties.settings(),
              duties.outbox(),
              clock);
      enrolments = new Enrolments(desk, database, audit, ages, duties.outbox()::erasure, clock);
      LoginLinks links = new LoginLinks(users, clock);
      AnalyserRoutes analysers =
          new AnalyserRoutes(desk == null ? List.of() : AnalyserCatalogue.of(desk.pack()));
      server =
          serve(
              database,
              options,
              users,
              links,
              audit,
              asks,
              analysers,
              policies,
              streams,
              enrolments,
              duties,
              clock);
      duties.start(address(options, server));
      // Only now: a start that fails must not end the link of a console that runs.
      Optional<String> token = users.setupToken();
      return new Console(
          lock,
          database,
          asks,
          policies,
          streams,
          enrolments,
          duties,
          server,
          address(options, server),
          token,
          links);
    } catch (RuntimeException e) {
      close(streams, server, duties, enrolments, policies, asks, database, lock);
      throw e;
    }
  }

  private static ConsoleServer serve(
      Database database,
      ServerOptions options,
      Users users,
      LoginLinks links,
      AuditLog audit,
      Asks asks,
      AnalyserRoutes analysers,
      PolicyParts policies,
      Streams streams,
      Enrolments enrolments,
      Duties duties,
      Clock clock) {
    Sessions sessions = new Sessions(database.jdbi(), clock);
    ApiKeys keys = new ApiKeys(database.jdbi(), clock);
    Contract contract = new Contract();
    return ConsoleServer.start(
        options,
        sessions,
        keys,
        new KeptAnswers(database.jdbi(), clock),
        contract.queries(),
        means -> {
          List<RouteGroup> groups = new ArrayList<>();
          groups.add(contract);
          groups.add(new PageFiles());
          groups.add(new SdkFiles());
          groups.add(new SessionRoutes(users, links, sessions, audit, means.cookie()));
          groups.add(new KeyRoutes(keys, audit));
          groups.add(new AuditRoutes(audit));
          Map<String, BooleanSupplier> parts = new LinkedHashMap<>();
          parts.put("database", database::answers);
          parts.put("broker", asks::isReady);
          FaceTokens tokens = new FaceTokens(database.jdbi(), clock);
          DeskRecall recall = new DeskRecall(enrolments.people(), streams.visits());
          groups.add(new PictureRoutes(asks, tokens, recall, audit));
          groups.add(analysers);
          Erasures erasures = enrolments.erasures(asks);
          EnrolledFaces faces =
              enrolments.faces(
                  asks, tokens, streams.pictures(), streams.eventPictures(), streams.seen());
          SimilarPeople similar = enrolments.similar();
          groups.addAll(enrolments.routes(erasures, faces, similar));
          groups.addAll(streams.routes(new SimilarSightings(similar, faces), audit, asks::isReady));
          groups.addAll(policies.routes(streams, database.jdbi(), audit, clock));
          groups.addAll(duties.routes(users, sessions, erasures));
          groups.add(new HealthRoutes(parts, means.requests()));
          return groups;
        });
  }

  private static URI address(ServerOptions options, ConsoleServer server) {
    if (options.publicAddress() != null) {
      return options.publicAddress();
    }
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create("http://" + host + ":" + server.port());
  }

  /** Where people reach it; without a slash at the end. */
  public URI address() {
    return address;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * While the administrator has no password: the link to set it with, once. Its secret stands
   * behind a #, so that no server and no proxy sees it in a request line.
   */
  public Optional<String> setupLink() {
    return setupToken.map(token -> address + "/setup#" + token);
  }

  /**
   * A new link that logs the administrator in, once, within {@link LoginLinks#LASTS}; its secret
   * stands behind a #, too.
   */
  public String loginLink() {
    return address + "/login#" + links.fresh();
  }

  /** All routes, to be compared with the document. */
  public List<Route> routes() {
    return server.routes();
  }

  @Override
  public void close() {
    close(streams, server, duties, enrolments, policies, asks, database, lock);
  }

  /** For all, but where the start failed since another console serves the folder. */
  private static void closeDatabase(Database database, FolderLock lock) {
    if (lock != null) {
      database.closeForAll();
    } else {
      database.close();
    }
  }

  private static void close(
      Streams streams,
      ConsoleServer server,
      Duties duties,
      Enrolments enrolments,
      PolicyParts policies,
      Asks asks,
      Database database,
      FolderLock lock) {
    if (streams != null) {
      // First, since readers of streams would hold up the server's end.
      streams.close();
    }
    if (server != null) {
      server.close();
    }
    if (duties != null) {
      duties.close();
    }
    if (enrolments != null) {
      enrolments.close();
    }
    if (policies != null) {
      policies.close();
    }
    if (asks != null) {
      asks.close();
    }
    closeDatabase(database, lock);
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
