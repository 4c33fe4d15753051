package io.facestream.cli;

import io.facestream.options.CommandProvider;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** Commands of the modules that not every installation has. */
final class ProvidedCommands {
  private ProvidedCommands() {}

  /** Adds those that are on the class path, and for {@code bench} a word where it is not. */
  static CommandLine addTo(CommandLine facestream) {
    ServiceLoader.load(CommandProvider.class, ProvidedCommands.class.getClassLoader()).stream()
        .map(provider -> provider.get().command())
        .forEach(facestream::addSubcommand);
    if (!facestream.getSubcommands().containsKey(MissingBenchCommand.NAME)) {
      facestream.addSubcommand(MissingBenchCommand.class);
    }
    return facestream;
  }
}
