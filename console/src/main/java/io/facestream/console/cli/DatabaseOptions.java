package io.facestream.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.store.DatabaseAddress;
import io.facestream.options.BadOptionsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the console's database is. Its password comes from a file or the environment only. */
final class DatabaseOptions {
  private static final String PASSWORD = "FACESTREAM_DATABASE_PASSWORD";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:FACESTREAM_CONSOLE_DATA}",
      description =
          "Folder of the console's own database, where no other is named. Default:"
              + " ~/.local/state/facestream/console.")
  private Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:FACESTREAM_DATABASE}",
      description = "PostgreSQL instead: jdbc:postgresql://HOST[:PORT]/NAME.")
  private String database;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      defaultValue = "${env:FACESTREAM_DATABASE_USER}",
      description = "User of that database.")
  private String user;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      defaultValue = "${env:FACESTREAM_DATABASE_PASSWORD_FILE}",
      description =
          "File whose first line is the user's password; else it is taken from the environment,"
              + " FACESTREAM_DATABASE_PASSWORD.")
  private Path passwordFile;

  DatabaseAddress address() {
    if (database == null || database.isBlank()) {
      return DatabaseAddress.in(data == null ? usualFolder() : data);
    }
    try {
      return DatabaseAddress.at(database, user, password());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--database: " + e.getMessage());
    }
  }

  private String password() {
    if (passwordFile == null) {
      return System.getenv(PASSWORD);
    }
    try {
      return Files.readString(passwordFile, UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new BadOptionsException(
          "The password file " + passwordFile + " cannot be read; check path and permissions", e);
    }
  }

  private static Path usualFolder() {
    String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    Path state =
        xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(xdg);
    return state.resolve("facestream").resolve("console");
  }
}
