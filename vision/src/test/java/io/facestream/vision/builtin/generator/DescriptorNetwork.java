package io.facestream.vision.builtin.generator;

import java.util.List;

/**
 * Writes the descriptor as an ONNX model.
 *
 * <p>An aligned face of 112×112 becomes the strength of edges of each direction in 7×7 cells and
 * the mean colour of 7×7 cells; a fixed projection then weighs what differs between people over
 * what differs between pictures of one person.
 */
public final class DescriptorNetwork {

  static final String INPUT = "input";
  static final String OUTPUT = "embedding";
  private static final int CELLS = 7;

  /** Length of the features before the projection. */
  public static final int FEATURES = (OrientedFilters.COUNT + 3) * CELLS * CELLS;

  private DescriptorNetwork() {}

  /** The whole network: {@code [N, 3, 112, 112]} RGB, 0…1, to {@code [N, Projection.ROWS]}. */
  static byte[] onnx() {
    Projection projection = Projection.read();
    OnnxWriter writer = features();
    writer
        .constant("mean", projection.mean(), FEATURES)
        .constant("weights", projection.weights(), Projection.ROWS, FEATURES)
        .constant("zero", new float[Projection.ROWS], Projection.ROWS)
        .node("Sub", List.of("features", "mean"), "centred")
        .node("Gemm", List.of("centred", "weights", "zero"), OUTPUT, OnnxWriter.whole("transB", 1));
    return writer.write(INPUT, new long[] {3, 112, 112}, OUTPUT, new long[] {Projection.ROWS});
  }

  /** The features alone, from which the projection is learnt. */
  public static byte[] featuresOnnx() {
    return features().write(INPUT, new long[] {3, 112, 112}, "features", new long[] {FEATURES});
  }

  private static OnnxWriter features() {
    long side = OrientedFilters.SIDE;
    long border = side / 2;
    return new OnnxWriter("facestream-descriptor")
        .constant("filters", OrientedFilters.weights(), OrientedFilters.COUNT, 3, side, side)
        .constant("floor", new float[] {1e-4f}, 1)
        .node(
            "Conv",
            List.of(INPUT, "filters"),
            "waves",
            OnnxWriter.ints("kernel_shape", side, side),
            OnnxWriter.ints("pads", border, border, border, border),
            OnnxWriter.ints("strides", 2, 2))
        .node("Abs", List.of("waves"), "strength")
        .node(
            "AveragePool",
            List.of("strength"),
            "cells",
            OnnxWriter.ints("kernel_shape", 8, 8),
            OnnxWriter.ints("strides", 8, 8))
        // Weak edges count almost as much as strong ones, so that contrast matters less.
        .node("Add", List.of("cells", "floor"), "raised")
        .node("Sqrt", List.of("raised"), "edges")
        .node(
            "AveragePool",
            List.of(INPUT),
            "colours",
            OnnxWriter.ints("kernel_shape", 16, 16),
            OnnxWriter.ints("strides", 16, 16))
        .node("Flatten", List.of("edges"), "flatEdges", OnnxWriter.whole("axis", 1))
        .node("Flatten", List.of("colours"), "flatColours", OnnxWriter.whole("axis", 1))
        .node("Concat", List.of("flatEdges", "flatColours"), "all", OnnxWriter.whole("axis", 1))
        .node(
            "LpNormalization",
            List.of("all"),
            "features",
            OnnxWriter.whole("axis", 1),
            OnnxWriter.whole("p", 2));
  }
}
