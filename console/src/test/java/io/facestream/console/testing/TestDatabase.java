package io.facestream.console.testing;

import io.facestream.console.store.Database;
import io.facestream.console.store.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path folder = Files.createTempDirectory("console");
        Files.copy(Template.ONLY, folder.resolve(Template.ONLY.getFileName()));
        return DatabaseAddress.in(folder);
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
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + Server.TEMPLATE);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.address(Server.ONLY, name);
    }
  };

  private static final AtomicInteger CREATED = new AtomicInteger();

  /** A database with its tables, which are made once and copied: migrations take their time. */
  public abstract DatabaseAddress fresh();

  /** The file of an embedded one that has its tables. */
  private static final class Template {
    static final Path ONLY = make();

    static Path make() {
      try {
        Path folder = Files.createTempDirectory("console-template").resolve("data");
        Database.open(DatabaseAddress.in(folder)).close();
        return folder.resolve("console.mv.db");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A real server, started by the first test that needs it; it ends with the JVM. */
  private static final class Server {
    static final String TEMPLATE = "console_template";
    static final EmbeddedPostgres ONLY = start();

    static DatabaseAddress address(EmbeddedPostgres server, String name) {
      return DatabaseAddress.at(
          "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "none");
    }

    static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setOverrideWorkingDirectory(Files.createTempDirectory("postgres").toFile())
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + TEMPLATE);
        }
        Database.open(address(server, TEMPLATE)).close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
