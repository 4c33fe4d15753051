package io.facestream.gallery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream gallery}: who is enrolled. */
@Command(
    name = "gallery",
    description =
        "Enrols people: from photos or from ready embeddings; lists, checks and erases them.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = {
      LoadCommand.class,
      ImportCommand.class,
      ListCommand.class,
      CheckCommand.class,
      EraseCommand.class
    })
public final class GalleryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
