package io.facestream.console.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** Another program: holds a database's files until its input ends. */
public final class HoldsTheFiles {
  private HoldsTheFiles() {}

  /** Takes the database's address; says that it is ready by a line. */
  public static void main(String... arguments) throws Exception {
    try (Connection held = DriverManager.getConnection(arguments[0], "facestream", "")) {
      System.out.println(held.isValid(1) ? "ready" : "failed");
      while (System.in.read() >= 0) {
        // Until whoever started it goes.
      }
    }
  }

  static Process start(Path files) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HoldsTheFiles.class.getName(),
            "jdbc:h2:file:" + files + ";DB_CLOSE_ON_EXIT=FALSE")
        .start();
  }
}
