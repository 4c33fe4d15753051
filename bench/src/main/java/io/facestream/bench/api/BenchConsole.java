package io.facestream.bench.api;

import io.facestream.console.Console;
import io.facestream.console.DeskTopics;
import io.facestream.console.access.ApiKeys;
import io.facestream.console.access.Caller;
import io.facestream.console.access.KeyGrant;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.ServerOptions;
import io.facestream.console.store.Database;
import io.facestream.console.store.DatabaseAddress;
import io.facestream.embedded.TempFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A console as people start it, with its own database and a key. */
final class BenchConsole implements AutoCloseable {
  /** So that what is measured is the console, and not its limit. */
  private static final int PER_MINUTE = 1_000_000;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final TempFolder folder;
  private final Console console;
  private final DeskClient client;

  private BenchConsole(TempFolder folder, Console console, DeskClient client) {
    this.folder = folder;
    this.console = console;
    this.client = client;
  }

  static BenchConsole start(DeskTopics desk) {
    TempFolder folder = TempFolder.create("facestream-console-");
    DatabaseAddress database = DatabaseAddress.in(folder.path().resolve("data"));
    try {
      String key = createKey(database);
      ServerOptions options = new ServerOptions(ServerOptions.LOOPBACK, 0, null);
      Console console = Console.start(database, options, desk, Clock.systemUTC());
      return new BenchConsole(folder, console, new DeskClient(console.address(), key));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static String createKey(DatabaseAddress address) {
    try (Database database = Database.open(address)) {
      AuditLog audit = new AuditLog(database.jdbi(), Clock.systemUTC());
      KeyGrant grant =
          new KeyGrant(
              "bench", Set.of(Right.RECOGNISE, Right.READ), Scope.ALL, List.of(), PER_MINUTE, null);
      return new ApiKeys(database.jdbi(), Clock.systemUTC())
          .create(Caller.COMMAND, grant, audit::add)
          .secret();
    }
  }

  DeskClient client() {
    return client;
  }

  /**
   * Waits until it answers, and knows these people: those that were written last, so that it no
   * longer reads the gallery while somebody measures.
   */
  void awaitKnown(List<String> people) throws IOException, InterruptedException {
    await("/health");
    for (String person : people) {
      await("/api/v1/people/" + person);
    }
  }

  private void await(String path) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (client.get(path) != 200) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The console did not answer " + path + " in ten minutes");
      }
      Thread.sleep(200);
    }
  }

  @Override
  public void close() {
    console.close();
    folder.close();
  }
}
