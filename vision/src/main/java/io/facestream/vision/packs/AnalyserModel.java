package io.facestream.vision.packs;

import java.io.Serializable;
import java.util.List;

/**
 * Something that can be told from a face beside whose it is, as a pack or an administrator's file
 * declares it. Its networks see the same input, each of its own crop; of several, the mean answers.
 *
 * @param name as policies and requests name it
 * @param title one line for people
 * @param kind which code runs it: {@code onnx-classifier}
 * @param modelId named in results
 * @param infers about people; never empty
 * @param input of each network
 * @param networks at least one; none in a slot that waits for an administrator's model
 * @param outputs of each network
 * @param needs without what it does not answer
 * @param legalNotice confirmed, for what must not be inferred without; else null
 */
public record AnalyserModel(
    String name,
    String title,
    String kind,
    String modelId,
    List<Inference> infers,
    AnalyserInput input,
    List<AnalyserNetwork> networks,
    List<AnalyserOutput> outputs,
    AnalyserNeeds needs,
    LegalNotice legalNotice)
    implements Serializable {
  /** The one kind that there is. */
  public static final String ONNX_CLASSIFIER = "onnx-classifier";

  /** What is left out is nothing. */
  public AnalyserModel {
    networks = networks == null ? List.of() : networks;
    outputs = outputs == null ? List.of() : outputs;
    needs = needs == null ? AnalyserNeeds.NOTHING : needs;
  }

  /** Whether it is only a place for a model that an administrator may supply. */
  public boolean isSlot() {
    return networks.isEmpty();
  }

  /** Whether it says something of this kind about people. */
  public boolean infers(Inference what) {
    return infers.contains(what);
  }

  /** The crops that it needs of a face, in the order of its networks. */
  public List<CropShape> crops() {
    return networks.stream().map(network -> shape(network.crop())).toList();
  }

  private CropShape shape(AnalyserCropRule crop) {
    return new CropShape(crop.kind(), crop.factor(), input.width(), input.height());
  }
}
