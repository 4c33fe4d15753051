package io.facestream.console.store;

import io.facestream.wire.Printable;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failure of the database means: for who started the console, and for who asks it. */
public final class Failures {
  /** How our own message of tables that are too new begins; their version follows. */
  static final String NEWER = "tables of version ";

  /** Our own message of tables that are too old, or none. */
  static final String OLDER =
      "has not the tables of this console; start it once, and it makes them";

  private static final int H2_IN_USE = 90020;
  private static final String POSTGRES_NO_CONNECTION = "08";
  private static final String POSTGRES_NOT_LET_IN = "28";
  private static final String POSTGRES_NO_SUCH_DATABASE = "3D000";
  private static final int SHOWN = 200;

  /** Of H2: connection broken, database closed, called, or busy elsewhere. */
  private static final Set<Integer> H2_AWAY = Set.of(90067, 90098, 90121, 50200);

  /** Of PostgreSQL: shutting down, starting, waiting for a lock or answer for too long. */
  private static final Set<String> POSTGRES_AWAY =
      Set.of("57P01", "57P02", "57P03", "55P03", "57014");

  /** Of H2: the connection, or the database, is closed. */
  private static final Set<Integer> H2_CLOSED = Set.of(90007, 90098, 90121);

  private Failures() {}

  /** Whether an embedded database is closed. */
  static boolean isClosed(SQLException failure) {
    return H2_CLOSED.contains(failure.getErrorCode());
  }

  /** Whether the database did not answer, rather than refuse what it was asked. */
  public static boolean isAway(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLTransientConnectionException || at instanceof SQLTimeoutException) {
        return true;
      }
      if (at instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.startsWith(POSTGRES_NO_CONNECTION)
            || POSTGRES_AWAY.contains(state)
            || H2_AWAY.contains(sql.getErrorCode())) {
          return true;
        }
      }
    }
    return false;
  }

  static DatabaseException told(DatabaseAddress address, RuntimeException failure) {
    return new DatabaseException("The database " + address + " " + reason(failure), failure);
  }

  private static String reason(RuntimeException failure) {
    if (failure.getMessage() != null && failure.getMessage().startsWith(NEWER)) {
      return "has " + failure.getMessage() + ", which a newer console made; start that one";
    }
    if (OLDER.equals(failure.getMessage())) {
      return OLDER;
    }
    SQLException cause = sqlCause(failure);
    if (cause == null) {
      return "cannot be opened: " + firstLine(failure);
    }
    String state = String.valueOf(cause.getSQLState());
    if (cause.getErrorCode() == H2_IN_USE) {
      return "is in use by another program; end that one, or name another folder";
    }
    if (state.startsWith(POSTGRES_NOT_LET_IN)) {
      return "does not let this user in; check name and password";
    }
    if (state.equals(POSTGRES_NO_SUCH_DATABASE)) {
      return "does not exist on that server; create it";
    }
    if (state.startsWith(POSTGRES_NO_CONNECTION)) {
      return "does not answer; start it, or check its host and port";
    }
    return "cannot be opened: " + firstLine(cause);
  }

  private static SQLException sqlCause(Throwable failure) {
    SQLException last = null;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        last = sql;
      }
    }
    return last;
  }

  private static String firstLine(Throwable failure) {
    return Printable.of(
        String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip(), SHOWN);
  }
}
