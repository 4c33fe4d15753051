package io.facestream.vision.builtin.generator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes an ONNX model of one input and one output, both with a free batch size. Field numbers are
 * those of {@code onnx.proto} (IR version 8).
 */
final class OnnxWriter {

  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;
  private static final int FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final ProtoWriter graph = new ProtoWriter();

  OnnxWriter(String name) {
    graph.text(2, name);
  }

  /** A constant tensor. */
  OnnxWriter constant(String name, float[] values, long... shape) {
    ProtoWriter tensor = new ProtoWriter();
    for (long dimension : shape) {
      tensor.number(1, dimension);
    }
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
    graph.message(5, tensor);
    return this;
  }

  /** An operator; attributes as {@link #ints} and {@link #whole} make them. */
  OnnxWriter node(String operator, List<String> inputs, String output, ProtoWriter... attributes) {
    ProtoWriter node = new ProtoWriter();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, output).text(4, operator);
    for (ProtoWriter attribute : attributes) {
      node.message(5, attribute);
    }
    graph.message(1, node);
    return this;
  }

  static ProtoWriter whole(String name, long value) {
    return new ProtoWriter().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
  }

  static ProtoWriter ints(String name, long... values) {
    ProtoWriter attribute = new ProtoWriter().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, ATTRIBUTE_INTS);
  }

  /** Closes the graph; shapes are given without the batch. */
  byte[] write(String input, long[] inputShape, String output, long[] outputShape) {
    graph.message(11, value(input, inputShape)).message(12, value(output, outputShape));
    return new ProtoWriter()
        .number(1, IR_VERSION)
        .text(2, "facestream")
        .message(7, graph)
        .message(8, new ProtoWriter().text(1, "").number(2, OPSET))
        .toByteArray();
  }

  private static ProtoWriter value(String name, long... shape) {
    ProtoWriter dimensions = new ProtoWriter().message(1, new ProtoWriter().text(2, "N"));
    for (long dimension : shape) {
      dimensions.message(1, new ProtoWriter().number(1, dimension));
    }
    ProtoWriter tensor = new ProtoWriter().number(1, FLOAT).message(2, dimensions);
    return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
  }
}
