package io.facestream.console.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open database, at the newest version of its tables. Safe for threads. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static {
    // H2 would offer its files to other machines; it looks at this when its first class is loaded.
    System.setProperty("h2.bindAddress", "127.0.0.1");
  }

  private final HikariDataSource connections;
  private final Jdbi jdbi;
  private final boolean embedded;
  private final Turns turns;

  private Database(HikariDataSource connections, boolean embedded) {
    this.connections = connections;
    this.embedded = embedded;
    this.jdbi =
        Jdbi.create(connections)
            .registerArgument(new UtcInstants.Argument())
            .registerColumnMapper(Instant.class, new UtcInstants.Column());
    // Errors are logged, and what is bound to a statement may be a secret or a name.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    turns = new Turns(embedded ? null : jdbi);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws DatabaseException when it is away, in use by another program, or of a newer one
   */
  public static Database open(DatabaseAddress address) {
    address.folder().ifPresent(PrivateFolder::createOrCheck);
    return open(address, Database::migrate);
  }

  /**
   * Opens one that a console made, and changes nothing in it.
   *
   * @throws DatabaseException when there is none, or its tables are of another version
   */
  public static Database openExisting(DatabaseAddress address) {
    address.requireFiles();
    return open(address, Database::requireNewest);
  }

  private static Database open(DatabaseAddress address, Consumer<Flyway> prepare) {
    HikariDataSource connections = null;
    try {
      connections = new HikariDataSource(pool(address));
      prepare.accept(migrations(connections));
      return new Database(connections, address.folder().isPresent());
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
    address.timeLimits().forEach(pool::addDataSourceProperty);
    return pool;
  }

  private static Flyway migrations(HikariDataSource connections) {
    return Flyway.configure(Database.class.getClassLoader())
        .dataSource(connections)
        .locations("classpath:io/facestream/console/store/migrations")
        .table("schema_history")
        .load();
  }

  private static void migrate(Flyway flyway) {
    // Those of a newer program are no failure to Flyway, unless one asks.
    refuseNewer(flyway);
    flyway.migrate();
  }

  private static void requireNewest(Flyway flyway) {
    refuseNewer(flyway);
    if (flyway.info().pending().length > 0) {
      throw new FlywayException(Failures.OLDER);
    }
  }

  private static void refuseNewer(Flyway flyway) {
    for (var migration : flyway.info().applied()) {
      if (migration.getState().name().startsWith("FUTURE")) {
        throw new FlywayException(Failures.NEWER + migration.getVersion());
      }
    }
  }

  /** For queries and transactions; instants travel as such, whatever the zone of machine. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** For who changes what lies outside, as the gallery does. */
  public Turns turns() {
    return turns;
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Closes it for everybody, as who serves it does. The files of an embedded one are written anew
   * then, with what is in the tables and nothing else: pages of rows that were deleted stay in them
   * before. That ends commands beside it, too.
   */
  public void closeForAll() {
    if (embedded) {
      try (Connection connection = connections.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN COMPACT");
      } catch (SQLException e) {
        // That the connection has ended with the database is no failure.
        if (!Failures.isClosed(e)) {
          LOG.warn("The files of the database could not be written anew", e);
        }
      }
    }
    close();
  }

  @Override
  public void close() {
    connections.close();
  }
}
