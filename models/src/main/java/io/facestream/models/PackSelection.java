package io.facestream.models;

import io.facestream.vision.packs.AnalyserNetwork;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.store.ModelStore;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments that the models commands share. */
final class PackSelection {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..*",
      description = "Packs to look at (all, unless given).")
  private List<String> names = List.of();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Folder of model files to look in first; then FACESTREAM_MODELS, then the cache folder.")
  private Path folder;

  List<ModelPack> packs() {
    List<String> chosen = names.isEmpty() ? ModelPacks.names() : names;
    return chosen.stream().map(ModelPacks::named).toList();
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  ModelStore store() {
    return ModelStore.standard(folder, DownloadBars.of(command));
  }

  /** Of a pack, each role's interchangeable files; roles that need none are left out. */
  static List<List<ModelFile>> roles(ModelPack pack) {
    return Stream.of(pack.detector().files(), pack.embedder().files())
        .filter(files -> !files.isEmpty())
        .toList();
  }

  /**
   * Of a pack, the interchangeable files of each network of its analysers, which it does without.
   */
  static List<List<ModelFile>> ofAnalysers(ModelPack pack) {
    return pack.analysers().stream()
        .flatMap(analyser -> analyser.networks().stream())
        .map(AnalyserNetwork::files)
        .toList();
  }
}
