package io.facestream.models;

import io.facestream.models.PackFacts.Analyser;
import io.facestream.models.PackFacts.FileFacts;
import io.facestream.vision.store.ModelStore;
import io.facestream.wire.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream models list}: what there is, under which licence, and where it lies. */
@Command(
    name = "list",
    description = "Show the packs, their licences and which files are there.",
    mixinStandardHelpOptions = true)
final class ListModels implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PackSelection selection;

  @Option(names = "--json", description = "Print one JSON object per pack and line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ModelStore store = selection.store();
    selection.packs().stream()
        .map(pack -> PackFacts.of(pack, store))
        .forEach(pack -> print(pack, out));
    out.flush();
    return 0;
  }

  private void print(PackFacts pack, PrintWriter out) {
    if (json) {
      out.println(Json.printable(pack));
      return;
    }
    out.printf(Locale.ROOT, "%-9s %s%n", pack.name(), pack.title());
    out.printf(Locale.ROOT, "          licence: %s%n", pack.licence());
    Stream.of(pack.detector().files(), pack.embedder().files())
        .flatMap(List::stream)
        .forEach(file -> out.printf(Locale.ROOT, "          %s%n", line(file)));
    for (Analyser analyser : pack.analysers()) {
      out.printf(Locale.ROOT, "          analyser %s: %s%n", analyser.name(), analyser.title());
      analyser.files().forEach(file -> out.printf(Locale.ROOT, "          %s%n", line(file)));
    }
  }

  private static String line(FileFacts file) {
    String state =
        file.path() != null
            ? "at " + file.path()
            : file.downloadable() ? "not here, can be fetched" : "not here, no public source";
    return String.format(Locale.ROOT, "%-38s %6.1f MB  %s", file.name(), file.bytes() / 1e6, state);
  }
}
