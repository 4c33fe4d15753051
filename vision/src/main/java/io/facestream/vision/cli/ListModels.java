package io.facestream.vision.cli;

import io.facestream.vision.ModelFile;
import io.facestream.vision.ModelPack;
import io.facestream.vision.store.ModelStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facestream models list}: what there is, under which licence, and where it lies. */
@Command(
    name = "list",
    description = "Show the packs, their licences and which files are there.",
    mixinStandardHelpOptions = true)
final class ListModels implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PackSelection selection;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ModelStore store = selection.store();
    for (ModelPack pack : selection.packs()) {
      out.printf(Locale.ROOT, "%-9s %s%n", pack.name(), pack.title());
      out.printf(Locale.ROOT, "          licence: %s%n", pack.licence());
      for (List<ModelFile> role : PackSelection.roles(pack)) {
        role.forEach(file -> out.printf(Locale.ROOT, "          %s%n", line(file, store)));
      }
    }
    out.flush();
    return 0;
  }

  private static String line(ModelFile file, ModelStore store) {
    Optional<Path> place =
        store.searched().stream()
            .map(folder -> folder.resolve(file.file()))
            .filter(Files::isRegularFile)
            .findFirst();
    String state =
        place
            .map(path -> "at " + path)
            .orElse(
                file.downloadable() ? "not here, can be fetched" : "not here, no public source");
    return String.format(Locale.ROOT, "%-38s %6.1f MB  %s", file.file(), file.size() / 1e6, state);
  }
}
