package io.facestream.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Instants to and from {@code TIMESTAMP WITH TIME ZONE}. Jdbi would take the way over {@link
 * java.sql.Timestamp}, which passes through the machine's zone. To the millisecond, since the two
 * databases round what is finer differently.
 */
public final class UtcInstants {
  private static final Column COLUMN = new Column();

  private UtcInstants() {}

  /** The instant of a column; null where there is none. */
  public static Instant of(ResultSet row, String column) throws SQLException {
    return COLUMN.map(row, row.findColumn(column), null);
  }

  static final class Argument extends AbstractArgumentFactory<Instant> {
    Argument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected org.jdbi.v3.core.argument.Argument build(Instant at, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }
  }

  static final class Column implements ColumnMapper<Instant> {
    @Override
    public Instant map(ResultSet row, int column, StatementContext context) throws SQLException {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
  }
}
