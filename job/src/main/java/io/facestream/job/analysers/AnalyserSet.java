package io.facestream.job.analysers;

import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.CropShape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The analysers that the job runs. */
public final class AnalyserSet implements Serializable {
  /** Of a job that runs none. */
  public static final AnalyserSet NONE = new AnalyserSet(List.of());

  private static final long serialVersionUID = 1L;

  private final ArrayList<AnalyserModel> models;

  public AnalyserSet(List<AnalyserModel> models) {
    this.models = new ArrayList<>(models);
  }

  public boolean isEmpty() {
    return models.isEmpty();
  }

  /** In the order in which they were named. */
  public List<AnalyserModel> models() {
    return List.copyOf(models);
  }

  /** Those of some names; null is no name. */
  public List<AnalyserModel> among(Collection<String> names) {
    return names == null
        ? List.of()
        : models.stream().filter(model -> names.contains(model.name())).toList();
  }

  /** All crops that some analysers need, each once. */
  public static List<CropShape> crops(List<AnalyserModel> analysers) {
    return analysers.stream().flatMap(model -> model.crops().stream()).distinct().toList();
  }

  /** By which faces leave detection for an analyser. */
  public static OutputTag<FaceToAnalyse> to(AnalyserModel analyser) {
    return new OutputTag<>("faces-for-" + analyser.name(), TypeInformation.of(FaceToAnalyse.class));
  }
}
