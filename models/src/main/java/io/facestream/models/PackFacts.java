package io.facestream.models;

import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.store.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A pack, and which of its files are here. The names are those of {@code models list --json};
 * docs/models.md promises them.
 *
 * @param name as given on the command line
 * @param title one line for people
 * @param licence one line: what one may do with the weights
 * @param commercialUse false when the weights are for research only
 * @param galleryThreshold cosine from which the best of a gallery is a match, unless told otherwise
 * @param complete whether detector and embedder have a file here; only {@code verify} reads the
 *     files
 * @param detector finds faces
 * @param embedder compares them
 * @param analysers tell more of faces, where somebody switches them on
 */
record PackFacts(
    String name,
    String title,
    String licence,
    boolean commercialUse,
    double galleryThreshold,
    boolean complete,
    Detector detector,
    Embedder embedder,
    List<Analyser> analysers) {
  /**
   * The detector.
   *
   * @param model id, as verdicts name it
   * @param files interchangeable, best first; empty when it needs none
   */
  record Detector(String model, List<FileFacts> files) {}

  /**
   * The embedder.
   *
   * @param model id, as gallery records and verdicts name it
   * @param dimension numbers of an embedding
   * @param files interchangeable, best first; empty when it needs none
   */
  record Embedder(String model, int dimension, List<FileFacts> files) {}

  /**
   * An analyser.
   *
   * @param name as policies and requests name it
   * @param title one line for people
   * @param model id, as results name it; null for a slot without a model
   * @param complete whether each of its networks has a file here; never true of a slot
   * @param files of its networks
   */
  record Analyser(
      String name, String title, String model, boolean complete, List<FileFacts> files) {
    private static Analyser of(AnalyserModel analyser, ModelStore store) {
      List<List<FileFacts>> networks =
          analyser.networks().stream()
              .map(network -> PackFacts.files(network.files(), store))
              .toList();
      return new Analyser(
          analyser.name(),
          analyser.title(),
          analyser.modelId(),
          !analyser.isSlot() && networks.stream().allMatch(PackFacts::isHere),
          networks.stream().flatMap(List::stream).toList());
    }
  }

  /**
   * A file of weights.
   *
   * @param name in a models folder
   * @param bytes its size
   * @param path where it lies, in the first folder that has it; null when it is not here
   * @param downloadable whether {@code models fetch} can get it
   */
  record FileFacts(String name, long bytes, String path, boolean downloadable) {
    private static FileFacts of(ModelFile file, ModelStore store) {
      String path =
          store.searched().stream()
              .map(folder -> folder.resolve(file.file()))
              .filter(Files::isRegularFile)
              .findFirst()
              .map(Path::toString)
              .orElse(null);
      return new FileFacts(file.file(), file.size(), path, file.downloadable());
    }
  }

  static PackFacts of(ModelPack pack, ModelStore store) {
    List<FileFacts> detector = files(pack.detector().files(), store);
    List<FileFacts> embedder = files(pack.embedder().files(), store);
    return new PackFacts(
        pack.name(),
        pack.title(),
        pack.licence(),
        pack.commercialUse(),
        pack.thresholds().gallerySimilarity(),
        isHere(detector) && isHere(embedder),
        new Detector(pack.detector().modelId(), detector),
        new Embedder(pack.embedder().modelId(), pack.embedder().dimension(), embedder),
        pack.analysers().stream().map(analyser -> Analyser.of(analyser, store)).toList());
  }

  private static List<FileFacts> files(List<ModelFile> files, ModelStore store) {
    return files.stream().map(file -> FileFacts.of(file, store)).toList();
  }

  private static boolean isHere(List<FileFacts> interchangeable) {
    return interchangeable.isEmpty()
        || interchangeable.stream().anyMatch(file -> file.path() != null);
  }
}
