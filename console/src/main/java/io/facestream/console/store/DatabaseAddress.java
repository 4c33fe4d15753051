package io.facestream.console.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the database is, and how to get in. Its text has neither password nor parameters, so that
 * it may be shown and logged.
 */
public final class DatabaseAddress {
  private static final String EMBEDDED_NAME = "console";

  /**
   * Lower case and nulls as PostgreSQL has them. Other processes of this machine, such as commands
   * beside a console that serves, come in by way of the one that opened the files: H2 gives them a
   * port of the loopback interface and a random key that lies beside the files.
   */
  private static final String EMBEDDED_MODE =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;AUTO_SERVER=TRUE"
          // With the process H2 ends by itself, perhaps before the console has ended it: what was
          // deleted must not stay in the file then either.
          + ";DEFRAG_ALWAYS=TRUE;LOCK_TIMEOUT=10000;TIME ZONE=UTC";

  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final Path folder;

  private DatabaseAddress(String jdbcUrl, String user, String password, Path folder) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
    this.folder = folder;
  }

  /** H2 in a folder, which is created. Who may read the folder may read the database. */
  public static DatabaseAddress in(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    String url = "jdbc:h2:file:" + whole.resolve(EMBEDDED_NAME) + EMBEDDED_MODE;
    return new DatabaseAddress(url, "facestream", "", whole);
  }

  /**
   * A PostgreSQL server.
   *
   * @param jdbcUrl {@code jdbc:postgresql://HOST[:PORT]/NAME[?…]}
   * @param user null for the driver's default
   * @param password null for none
   * @throws IllegalArgumentException when it is the address of something else; the message repeats
   *     nothing of it, since there may be a password in it
   */
  public static DatabaseAddress at(String jdbcUrl, String user, String password) {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "The address of the database must begin with jdbc:postgresql:");
    }
    return new DatabaseAddress(jdbcUrl, user, password, null);
  }

  String jdbcUrl() {
    return jdbcUrl;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  /**
   * So that a server that falls silent holds up no request for ever; what the address says wins.
   */
  Map<String, String> timeLimits() {
    return folder != null
        ? Map.of()
        : Map.of(
            "connectTimeout", "10",
            "socketTimeout", "90",
            "tcpKeepAlive", "true",
            "options", "-c lock_timeout=10s -c statement_timeout=60s");
  }

  /**
   * @throws DatabaseException when no console has made a database there
   */
  void requireFiles() {
    if (folder != null && !Files.exists(folder.resolve(EMBEDDED_NAME + ".mv.db"))) {
      throw new DatabaseException(
          "There is no database of a console in " + folder + "; name its own folder", null);
    }
  }

  /** The folder of an embedded one. */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  @Override
  public String toString() {
    // What stands before an @ may be a password, and so may any parameter.
    return folder != null
        ? "in " + folder
        : "at " + jdbcUrl.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
  }
}
