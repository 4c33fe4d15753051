package io.facestream.quickstart.demo;

import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.Console;
import io.facestream.console.DeskTopics;
import io.facestream.console.http.ServerException;
import io.facestream.console.http.ServerOptions;
import io.facestream.console.store.DatabaseAddress;
import io.facestream.embedded.TempFolder;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Topics;
import java.time.Clock;
import java.util.List;

/** The console beside a demo, with a database that goes with it. */
final class DemoConsole implements AutoCloseable {
  /** Its usual port; another is taken when it is not free. */
  static final int USUAL_PORT = 8088;

  private static final short ONE_BROKER = 1;

  private final TempFolder folder;
  private final Console console;

  private DemoConsole(TempFolder folder, Console console) {
    this.folder = folder;
    this.console = console;
  }

  /**
   * Serves.
   *
   * @param port 0 for any that is free
   */
  static DemoConsole start(DemoPlan plan, RunTopics topics, int port) {
    TopicAdmin.createMissing(topics.connection(), ONE_BROKER, List.of(Topics.REVIEWS));
    DeskTopics desk =
        new DeskTopics(
            topics.connection(),
            topics.all(),
            Topics.REVIEWS.name(),
            topics.cameras().name(),
            plan.pack(),
            plan.models());
    TempFolder folder = TempFolder.create("facestream-console-");
    try {
      return new DemoConsole(folder, serve(folder, desk, port));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Console serve(TempFolder folder, DeskTopics desk, int port) {
    DatabaseAddress database = DatabaseAddress.in(folder.path().resolve("data"));
    try {
      return Console.start(database, on(port), desk, Clock.systemUTC());
    } catch (ServerException e) {
      return Console.start(database, on(0), desk, Clock.systemUTC());
    }
  }

  private static ServerOptions on(int port) {
    return new ServerOptions(ServerOptions.LOOPBACK, port, null);
  }

  /** Logs in, once and soon. */
  String link() {
    return console.loginLink();
  }

  @Override
  public void close() {
    console.close();
    folder.close();
  }
}
