package io.facestream.vision.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.VisionException;
import java.nio.FloatBuffer;
import java.util.List;

/** Aligned faces in, unit vectors out, around a network of ArcFace's input layout. */
final class ArcFaceTranslator implements NoBatchifyTranslator<List<byte[]>, float[][]> {
  private final String model;
  private final int dimension;
  private final CropTensor tensor;
  private int crops;

  ArcFaceTranslator(String model, EmbedderModel manifest, int maxCrops) {
    this.model = model;
    this.dimension = manifest.dimension();
    this.tensor = new CropTensor(manifest, maxCrops);
  }

  @Override
  public NDList processInput(TranslatorContext context, List<byte[]> input) {
    crops = input.size();
    return new NDList(
        context
            .getNDManager()
            .create(
                tensor.fill(input),
                new Shape(crops, 3, FaceAligner.CROP_SIDE, FaceAligner.CROP_SIDE),
                DataType.FLOAT32));
  }

  @Override
  public float[][] processOutput(TranslatorContext context, NDList outputs) {
    FloatBuffer values = outputs.get(0).toByteBuffer().asFloatBuffer();
    if (outputs.size() != 1 || values.limit() != crops * dimension) {
      throw new VisionException(
          model
              + " is no embedder of dimension "
              + dimension
              + ": its output is "
              + outputs.get(0).getShape());
    }
    float[][] rows = new float[crops][dimension];
    for (float[] row : rows) {
      values.get(row);
      normalise(row);
    }
    return rows;
  }

  private static void normalise(float[] row) {
    double sum = 0;
    for (float value : row) {
      sum += (double) value * value;
    }
    double length = Math.sqrt(sum);
    for (int i = 0; i < row.length; i++) {
      row[i] = length > 0 ? (float) (row[i] / length) : 0;
    }
  }
}
