package io.facestream.cluster;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Commands that messages name, as they can be copied into a shell. */
public final class FurtherCommand {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private FurtherCommand() {}

  /**
   * For the cluster in a folder.
   *
   * @param arguments such as {@code start tm-3}
   */
  public static String line(Path folder, String arguments) {
    Path absolute = folder.toAbsolutePath().normalize();
    return "facestream cluster "
        + arguments
        + (absolute.equals(usualFolder()) ? "" : " --dir " + quoted(absolute.toString()));
  }

  /** Where a cluster is kept when nobody names a folder. */
  public static Path usualFolder() {
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
