package io.facestream.vision.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.facestream.vision.packs.AnalyserInput;
import io.facestream.vision.packs.AnalyserOutput;
import io.facestream.vision.packs.VisionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A crop in, the numbers of each declared output out. */
final class AnalyserTranslator implements NoBatchifyTranslator<byte[], List<float[]>> {
  private final String model;
  private final List<AnalyserOutput> declared;
  private final AnalyserTensor tensor;

  /**
   * @param model what to call it in messages
   */
  AnalyserTranslator(String model, AnalyserInput input, List<AnalyserOutput> declared) {
    this.model = model;
    this.declared = declared;
    this.tensor = new AnalyserTensor(input);
  }

  @Override
  public NDList processInput(TranslatorContext context, byte[] crop) {
    return new NDList(
        context.getNDManager().create(tensor.fill(crop), tensor.shape(), DataType.FLOAT32));
  }

  @Override
  public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
    List<float[]> values = new ArrayList<>();
    for (AnalyserOutput output : declared) {
      values.add(values(output, find(output.output(), outputs)));
    }
    return values;
  }

  private NDArray find(String name, NDList outputs) {
    return outputs.stream()
        .filter(output -> name.equals(output.getName()))
        .findFirst()
        .orElseThrow(
            () ->
                new VisionException(
                    model
                        + " has no output '"
                        + name
                        + "' but "
                        + outputs.stream().map(NDArray::getName).collect(Collectors.joining(", "))
                        + ": correct the declaration, or replace the file"));
  }

  private float[] values(AnalyserOutput output, NDArray array) {
    if (array.getDataType() != DataType.FLOAT32) {
      throw new VisionException(
          model
              + ": its output '"
              + output.output()
              + "' is "
              + array.getDataType()
              + ", and only float32 is taken: name the output with the probabilities, or convert"
              + " the model");
    }
    float[] values = array.toFloatArray();
    if (values.length != output.size()) {
      throw new VisionException(
          model
              + ": its output '"
              + output.output()
              + "' has the shape "
              + array.getShape()
              + " where "
              + (output.isNumber() ? "one number is" : output.size() + " labels are")
              + " declared: correct the declaration, or replace the file");
    }
    return values;
  }
}
