package io.facestream.bench.match;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;

/** How fast one core of this machine multiplies int8: oneDNN on matrices that fit the cache. */
final class Int8Peak {
  private static final int SIZE = 1024;
  private static final int ROUNDS = 50;

  private Int8Peak() {}

  /**
   * @return operations per nanosecond (Gop/s), a multiply-add counted as two, the best of 50 rounds
   */
  static double gigaOperationsPerSecond() {
    try (engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
        stream stream = new stream(engine)) {
      memory.desc plain = shape(memory.data_type.s8, memory.format_tag.ab);
      memory.desc any = shape(memory.data_type.s8, memory.format_tag.any);
      memory.desc sums = shape(memory.data_type.s32, memory.format_tag.ab);
      matmul.primitive_desc description =
          new matmul.primitive_desc(engine, plain, any, sums, new primitive_attr(), false);
      dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(3);
      memory a = new memory(plain, engine);
      memory b = new memory(description.weights_desc(), engine);
      memory c = new memory(sums, engine);
      arguments.position(0).arg(dnnl.DNNL_ARG_SRC).memory(a.get());
      arguments.position(1).arg(dnnl.DNNL_ARG_WEIGHTS).memory(b.get());
      arguments.position(2).arg(dnnl.DNNL_ARG_DST).memory(c.get());
      matmul product = new matmul(description);
      double best = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        dnnl.dnnl_primitive_execute(product.get(), stream.get(), 3, arguments.position(0));
        best = Math.min(best, System.nanoTime() - start);
      }
      return 2.0 * SIZE * SIZE * SIZE / best;
    }
  }

  private static memory.desc shape(memory.data_type type, memory.format_tag order) {
    return new memory.desc(new long[] {SIZE, SIZE}, type, order);
  }
}
