package io.facestream.vision.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.facestream.vision.packs.VisionException;
import java.nio.FloatBuffer;

/**
 * The four outputs of YuNet for one cell size; each is copied out of the session only when asked.
 */
record YuNetGrid(int stride, int cells, NDList outputs, String model) {

  /** Class score per cell, {@code [cells]}. */
  FloatBuffer cls() {
    return values("cls_", 1);
  }

  /** Objectness per cell, {@code [cells]}. */
  FloatBuffer obj() {
    return values("obj_", 1);
  }

  /** Centre offset and log size per cell, {@code [cells, 4]}. */
  FloatBuffer bbox() {
    return values("bbox_", 4);
  }

  /** Five points per cell, {@code [cells, 10]}. */
  FloatBuffer kps() {
    return values("kps_", 10);
  }

  private FloatBuffer values(String prefix, int perCell) {
    String name = prefix + stride;
    for (NDArray output : outputs) {
      if (name.equals(output.getName())) {
        FloatBuffer values = output.toByteBuffer().asFloatBuffer();
        if (values.limit() != cells * perCell) {
          throw new VisionException(
              model + " is no YuNet detector: its output " + name + " has " + output.getShape());
        }
        return values;
      }
    }
    throw new VisionException(model + " is no YuNet detector: it has no output " + name);
  }
}
