package io.facestream.console.testing;

import io.facestream.console.store.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases that the console runs on. What holds on one is tested on both. */
public enum TestDatabase {
  H2 {
    @Override
    public DatabaseAddress fresh() {
      try {
        return DatabaseAddress.in(Files.createTempDirectory("console").resolve("data"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRES {
    @Override
    public DatabaseAddress fresh() {
      String name = "console_" + CREATED.incrementAndGet();
      try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return DatabaseAddress.at(
          "jdbc:postgresql://localhost:" + Server.ONLY.getPort() + "/" + name, "postgres", "none");
    }
  };

  private static final AtomicInteger CREATED = new AtomicInteger();

  /** A database without tables. */
  public abstract DatabaseAddress fresh();

  /** A real server, started by the first test that needs it; it ends with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres ONLY = start();

    static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setOverrideWorkingDirectory(Files.createTempDirectory("postgres").toFile())
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
