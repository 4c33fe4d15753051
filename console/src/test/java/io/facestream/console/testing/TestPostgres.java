package io.facestream.console.testing;

import io.facestream.console.store.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of a test's own, to be stopped and started with what it holds. */
public final class TestPostgres implements AutoCloseable {
  private static final String USER = "postgres";

  private final Path folder;
  private EmbeddedPostgres server;
  private final int port;

  public TestPostgres() {
    try {
      folder = Files.createTempDirectory("postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = start(0);
    port = server.getPort();
  }

  private EmbeddedPostgres start(int wanted) {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "off")
          .setOverrideWorkingDirectory(folder.toFile())
          .setDataDirectory(folder.resolve("data"))
          .setCleanDataDirectory(false)
          .setPort(wanted)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it; what it holds stays. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again, at the same port. */
  public void resume() {
    server = start(port);
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  public DatabaseAddress address() {
    return DatabaseAddress.at(url(), USER, "none");
  }

  /** As options of the command. */
  public String[] options() {
    return new String[] {"--database", url(), "--database-user", USER};
  }

  /** A connection in a transaction of its own. */
  public Connection transaction() throws SQLException {
    Connection connection = DriverManager.getConnection(url(), USER, "none");
    connection.setAutoCommit(false);
    return connection;
  }

  /** Changes something. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = transaction();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    }
  }

  /** The first column of the first row, as text; null for no row. */
  public String ask(String sql) {
    try (Connection connection = transaction();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
