package io.facestream.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream models list | verify | fetch}. */
@Command(
    name = "models",
    description = "List, check and download the models of the packs.",
    mixinStandardHelpOptions = true,
    subcommands = {ListModels.class, VerifyModels.class, FetchModels.class})
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list, verify or fetch");
  }
}
