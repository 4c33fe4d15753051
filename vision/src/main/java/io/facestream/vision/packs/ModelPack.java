package io.facestream.vision.packs;

import java.util.ArrayList;
import java.util.List;

/**
 * A detector and an embedder that belong together, as its manifest describes them.
 *
 * @param name as given on the command line
 * @param title one line for people
 * @param licence one line: what one may do with the weights
 * @param commercialUse false when the weights are for research only
 * @param detector finds faces
 * @param embedder compares them
 * @param thresholds measured with these models
 * @param analysers what else can be told from its faces, when somebody switches it on
 */
public record ModelPack(
    String name,
    String title,
    String licence,
    boolean commercialUse,
    DetectorModel detector,
    EmbedderModel embedder,
    PackThresholds thresholds,
    List<AnalyserModel> analysers) {

  /** A manifest without analysers has none. */
  public ModelPack {
    analysers = analysers == null ? List.of() : List.copyOf(analysers);
  }

  /**
   * One of the analysers.
   *
   * @throws UnknownAnalyserException when there is none of that name, or no model for it
   */
  public AnalyserModel analyser(String wanted) throws UnknownAnalyserException {
    AnalyserModel found =
        analysers.stream()
            .filter(analyser -> analyser.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> UnknownAnalyserException.named(wanted, name, usable()));
    if (found.isSlot()) {
      throw UnknownAnalyserException.slot(wanted);
    }
    return found;
  }

  private List<String> usable() {
    return analysers.stream()
        .filter(analyser -> !analyser.isSlot())
        .map(AnalyserModel::name)
        .toList();
  }

  /**
   * The same pack with analysers that an administrator declared: in a slot of their name, else
   * beside the others.
   *
   * @throws VisionException when there is another of the name already
   */
  public ModelPack declaring(List<AnalyserModel> declared) {
    List<AnalyserModel> all = new ArrayList<>(analysers);
    for (AnalyserModel analyser : declared) {
      all.removeIf(other -> other.isSlot() && other.name().equals(analyser.name()));
      if (all.stream().anyMatch(other -> other.name().equals(analyser.name()))) {
        throw new VisionException(
            "There are two analysers '"
                + analyser.name()
                + "': give the declared one another name");
      }
      all.add(analyser);
    }
    return withAnalysers(all);
  }

  ModelPack withAnalysers(List<AnalyserModel> others) {
    return new ModelPack(
        name, title, licence, commercialUse, detector, embedder, thresholds, others);
  }
}
