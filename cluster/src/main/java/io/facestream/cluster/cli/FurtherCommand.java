package io.facestream.cluster.cli;

import io.facestream.cluster.FurtherStep;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Commands that messages name, as they can be copied into a shell. */
final class FurtherCommand {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private FurtherCommand() {}

  /** The one that does what a failure says helps. */
  static String line(FurtherStep step) {
    return line(step.folder(), arguments(step));
  }

  private static String arguments(FurtherStep step) {
    return switch (step.kind()) {
      case START_CLUSTER -> "up";
      case END_CLUSTER -> "down";
      case SHOW -> "status";
      case START_PROCESS -> "start " + step.subject();
      case SUBMIT -> "submit";
      case SUBMIT_FROM_SAVEPOINT -> "submit --from-savepoint PATH";
      case CANCEL -> "cancel --job " + step.subject();
    };
  }

  /**
   * For the cluster in a folder.
   *
   * @param arguments such as {@code start tm-3}
   */
  static String line(Path folder, String arguments) {
    Path absolute = folder.toAbsolutePath().normalize();
    return "facestream cluster "
        + arguments
        + (absolute.equals(usualFolder()) ? "" : " --dir " + quoted(absolute.toString()));
  }

  /** Where a cluster is kept when nobody names a folder. */
  static Path usualFolder() {
    String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    Path stateHome =
        xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(xdg);
    return stateHome.resolve("facestream").resolve("cluster").toAbsolutePath().normalize();
  }

  private static String quoted(String path) {
    return PLAIN.matcher(path).matches()
        ? path
        : '"' + path.replaceAll("([\"\\\\$`])", "\\\\$1") + '"';
  }
}
