package io.facestream.console.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.console.testing.TestDatabase;
import io.facestream.ports.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseITCase {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void shouldKeepInstantsWhateverTheZone(TestDatabase kind) {
    DatabaseAddress address = kind.fresh();
    // An hour that this zone has twice, and one that it has not.
    Instant twice = Instant.parse("2026-10-25T00:30:00.123Z");
    Instant never = Instant.parse("2026-03-29T01:30:00.456789Z");
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
      try (Database open = Database.open(address)) {
        write(open, "a", twice);
        write(open, "b", never);
      }
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      try (Database open = Database.open(address)) {
        assertThat(read(open, "a")).isEqualTo(twice);
        assertThat(read(open, "b")).isEqualTo(Instant.parse("2026-03-29T01:30:00.456Z"));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static void write(Database open, String name, Instant at) {
    open.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO users (name, rights, created) VALUES (?, 'read', ?)", name, at));
  }

  private static Instant read(Database open, String name) {
    return open.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT created FROM users WHERE name = :name")
                    .bind("name", name)
                    .mapTo(Instant.class)
                    .one());
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotRepeatInAnErrorWhatWasBoundToTheStatement(TestDatabase kind) {
    try (Database open = Database.open(kind.fresh())) {
      assertThatThrownBy(
              () ->
                  open.jdbi()
                      .useHandle(
                          handle ->
                              handle
                                  .createUpdate("UPDATE no_such_table SET name = :name")
                                  .bind("name", "a password in the wrong field")
                                  .execute()))
          .hasMessageContaining("no_such_table")
          .hasMessageNotContaining("password");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseTablesOfANewerProgram(TestDatabase kind) {
    DatabaseAddress address = kind.fresh();
    try (Database open = Database.open(address)) {
      open.jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO schema_history (installed_rank, version, description, type,"
                          + " script, checksum, installed_by, execution_time, success) VALUES (99,"
                          + " '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 1, 'test', 1,"
                          + " TRUE)"));
    }
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("version 99, which a newer console made; start that one");
  }

  @Test
  void shouldTellInOneLineThatNoServerAnswers() {
    DatabaseAddress away =
        DatabaseAddress.at(
            "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/desk?password=S3cret", "x", "S3cret");
    assertThatThrownBy(() -> Database.open(away))
        .isInstanceOf(DatabaseException.class)
        .hasMessageMatching(
            "The database at jdbc:postgresql://127.0.0.1:\\d+/desk does not answer; start it, or"
                + " check its host and port");
  }

  @Test
  void shouldTellInOneLineThatAnotherProgramHasTheFiles() throws Exception {
    Process other = HoldsTheFiles.start(folder.resolve("console"));
    try {
      assertThat(other.inputReader(UTF_8).readLine()).isEqualTo("ready");
      assertThatThrownBy(() -> Database.open(DatabaseAddress.in(folder)))
          .isInstanceOf(DatabaseException.class)
          .hasMessage(
              "The database in "
                  + folder
                  + " is in use by another program; end that one, or name another folder");
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
  }

  @Test
  void shouldLetOneConsoleServeAFolder() throws Exception {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("Another console serves " + folder);
    }
    FolderLock.take(folder).close();
  }

  @Test
  void shouldRefuseAFolderThatOthersMayEnter() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
    assertThatThrownBy(() -> Database.open(DatabaseAddress.in(open)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Others may enter the folder " + open + " (rwxr-x---)")
        .hasMessageContaining("chmod 700");
    assertThat(open).isEmptyDirectory();
  }

  @Test
  void shouldMakeNothingWhereItOnlyLooks() throws Exception {
    assertThatThrownBy(() -> Database.openExisting(DatabaseAddress.in(folder)))
        .isInstanceOf(DatabaseException.class)
        .hasMessage("There is no database of a console in " + folder + "; name its own folder");
    assertThat(folder).isEmptyDirectory();

    Database.open(DatabaseAddress.in(folder)).close();
    Database.openExisting(DatabaseAddress.in(folder)).close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotMigrateWhereItOnlyLooks(TestDatabase kind) {
    DatabaseAddress address = kind.fresh();
    try (Database open = Database.open(address)) {
      open.jdbi().useHandle(handle -> handle.execute("DELETE FROM schema_history"));
    }
    assertThatThrownBy(() -> Database.openExisting(address))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("has not the tables of this console; start it once");
  }

  @Test
  void shouldKeepItsFolderToItsOwner() throws Exception {
    Path data = folder.resolve("data");
    Database.open(DatabaseAddress.in(data)).close();
    assertThat(Files.getPosixFilePermissions(data)).hasSize(3);
  }

  /**
   * As when the process ends before the console has ended it: H2 does, with the last connection.
   */
  @Test
  void shouldLeaveNothingDeletedInTheFileWhoeverEndsIt() throws Exception {
    DatabaseAddress address = DatabaseAddress.in(folder);
    try (Connection open = DriverManager.getConnection(address.jdbcUrl(), address.user(), "");
        Statement statement = open.createStatement()) {
      statement.execute("CREATE TABLE seen (id INT PRIMARY KEY, name VARCHAR)");
      for (int i = 0; i < 200; i++) {
        statement.execute("INSERT INTO seen VALUES (" + i + ", 'Zenobia Quartz " + i + "')");
      }
      statement.execute("CHECKPOINT SYNC");
      statement.execute("DELETE FROM seen");
      statement.execute("CHECKPOINT SYNC");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("Zenobia");
      }
    }
  }
}
