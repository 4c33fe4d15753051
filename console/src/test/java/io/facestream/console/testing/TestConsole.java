package io.facestream.console.testing;

import io.facestream.console.Console;
import io.facestream.console.DeskTopics;
import io.facestream.console.http.Route;
import io.facestream.console.http.ServerOptions;
import io.facestream.console.store.DatabaseAddress;
import io.facestream.console.webhooks.Reach;
import java.net.URI;
import java.util.List;

/** A console on a fresh database and a free port, whose administrator has a password. */
public final class TestConsole implements AutoCloseable {
  /** The administrator's. */
  public static final String PASSWORD = "correct horse battery";

  private final TestClock clock;
  private final DatabaseAddress database;
  private final Reach reach;
  private final Console console;

  public TestConsole(TestDatabase kind) {
    this(kind, null, null);
  }

  /** The desk of a job. */
  public TestConsole(TestDatabase kind, DeskTopics desk) {
    this(kind, null, desk);
  }

  /** The same at another time, which reaches with webhooks where it may. */
  public TestConsole(TestDatabase kind, DeskTopics desk, Reach reach, TestClock clock) {
    this(kind.fresh(), null, desk, reach, clock);
  }

  /** The same on a database that others may share. */
  public TestConsole(DatabaseAddress database, DeskTopics desk, Reach reach, TestClock clock) {
    this(database, null, desk, reach, clock);
  }

  public TestConsole(TestDatabase kind, URI publicAddress) {
    this(kind, publicAddress, null);
  }

  /** One with the database and the time of another: beside it, or after its end. */
  public static TestConsole again(TestConsole before, DeskTopics desk) {
    return new TestConsole(before.database, null, desk, before.reach, before.clock);
  }

  private TestConsole(TestDatabase kind, URI publicAddress, DeskTopics desk) {
    this(kind.fresh(), publicAddress, desk, Reach.PUBLIC, new TestClock());
  }

  private TestConsole(
      DatabaseAddress database, URI publicAddress, DeskTopics desk, Reach reach, TestClock clock) {
    this.database = database;
    this.reach = reach;
    this.clock = clock;
    console =
        Console.start(
            database,
            new ServerOptions(ServerOptions.LOOPBACK, 0, publicAddress),
            desk,
            reach,
            clock);
    console.setupLink().map(link -> link.replaceFirst(".*#", "")).ifPresent(this::setUp);
  }

  private void setUp(String token) {
    new Browser(listening())
        .post("/api/v1/setup", "{\"token\":\"" + token + "\",\"password\":\"" + PASSWORD + "\"}");
  }

  private URI listening() {
    return URI.create("http://127.0.0.1:" + console.port());
  }

  public TestClock clock() {
    return clock;
  }

  public DatabaseAddress database() {
    return database;
  }

  public List<Route> routes() {
    return console.routes();
  }

  public URI address() {
    return listening();
  }

  /** The token of a fresh link that logs in once. */
  public String loginToken() {
    return console.loginLink().replaceFirst(".*#", "");
  }

  /** Somebody who has not logged in. */
  public Browser stranger() {
    return new Browser(listening());
  }

  /** The administrator, logged in. */
  public Browser admin() {
    Browser browser = stranger();
    browser.logIn("admin", PASSWORD);
    return browser;
  }

  /**
   * Somebody with a new key.
   *
   * @param grant fields of the body without the name, such as {@code "rights":["read"]}
   */
  public Browser withKey(String grant) {
    Answer made = admin().post("/api/v1/keys", "{\"name\":\"test\"," + grant + "}");
    return stranger().withKey(made.text("secret"));
  }

  @Override
  public void close() {
    console.close();
  }
}
