package io.facestream.models;

import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.store.LocatedFile;
import io.facestream.vision.store.ModelStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream models fetch PACK…}: downloads what is not there into the cache folder. */
@Command(
    name = "fetch",
    description = "Download the files of packs into the cache folder; what is there is kept.",
    mixinStandardHelpOptions = true)
final class FetchModels implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PackSelection selection;

  @Override
  public Integer call() {
    if (selection.isEmpty()) {
      // The licences differ, so nobody should fetch all packs by leaving a word out.
      throw new ParameterException(
          spec.commandLine(),
          "Name the packs to fetch, for example: facestream models fetch standard");
    }
    ModelStore store = selection.store();
    for (ModelPack pack : selection.packs()) {
      fetch(store, pack);
    }
    return 0;
  }

  private void fetch(ModelStore store, ModelPack pack) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s: %s%n", pack.name(), pack.licence());
    out.flush();
    for (List<ModelFile> role : PackSelection.roles(pack)) {
      out.printf(Locale.ROOT, "  %s%n", store.require(role).path());
      out.flush();
    }
    for (List<ModelFile> network : PackSelection.ofAnalysers(pack)) {
      out.printf(Locale.ROOT, "  %s%n", ofAnalyser(store, network));
      out.flush();
    }
  }

  /** The pack is whole without its analysers: what cannot be fetched is told, and no failure. */
  static String ofAnalyser(ModelStore store, List<ModelFile> network) {
    boolean downloadable = network.stream().anyMatch(ModelFile::downloadable);
    Optional<LocatedFile> here =
        downloadable ? Optional.of(store.require(network)) : store.find(network);
    return here.map(file -> file.path().toString())
        .orElse(
            network.get(0).file()
                + ": for an analyser, not here, no public source (docs/models.md)");
  }
}
