package io.facestream.options;

/**
 * Adds a command to {@code facestream} from a module that not every installation has.
 * Implementations are named in {@code META-INF/services}, and found when their module is on the
 * class path.
 */
public interface CommandProvider {

  /** A class with picocli's {@code @Command} and a constructor without parameters. */
  Class<?> command();
}
