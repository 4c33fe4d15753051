package io.facestream.console.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The open database, at the newest version of its tables. Safe for threads. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static {
    // H2 would offer its files to other machines; it looks at this when its first class is loaded.
    System.setProperty("h2.bindAddress", "127.0.0.1");
  }

  private final HikariDataSource connections;
  private final Jdbi jdbi;

  private Database(HikariDataSource connections) {
    this.connections = connections;
    this.jdbi =
        Jdbi.create(connections)
            .registerArgument(new UtcInstants.Argument())
            .registerColumnMapper(Instant.class, new UtcInstants.Column());
    // Errors are logged, and what is bound to a statement may be a secret or a name.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws DatabaseException when it is away, in use by another program, or of a newer one
   */
  public static Database open(DatabaseAddress address) {
    address.folder().ifPresent(Database::createPrivately);
    HikariDataSource connections = null;
    try {
      connections = new HikariDataSource(pool(address));
      migrate(connections);
      return new Database(connections);
    } catch (RuntimeException e) {
      if (connections != null) {
        connections.close();
      }
      throw Failures.told(address, e);
    }
  }

  private static HikariConfig pool(DatabaseAddress address) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("console");
    pool.setJdbcUrl(address.jdbcUrl());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    // At the start a database that is away is told at once.
    pool.setInitializationFailTimeout(1);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return pool;
  }

  private static void migrate(HikariDataSource connections) {
    Flyway flyway =
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(connections)
            .locations("classpath:io/facestream/console/store/migrations")
            .table("schema_history")
            .load();
    // Those of a newer program are no failure to Flyway, unless one asks.
    refuseNewer(flyway);
    flyway.migrate();
  }

  private static void refuseNewer(Flyway flyway) {
    for (var migration : flyway.info().applied()) {
      if (migration.getState().name().startsWith("FUTURE")) {
        throw new FlywayException(Failures.NEWER + migration.getVersion());
      }
    }
  }

  /** For its owner only: there are people in it. */
  private static void createPrivately(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        return;
      }
      Files.createDirectories(folder);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new DatabaseException(
          "The folder " + folder + " cannot be created (" + e.getMessage() + "); name another", e);
    }
  }

  /** For queries and transactions; instants travel as such, whatever the zone of machine. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
