package io.facestream.matcher.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;

import io.facestream.matcher.store.RowBlock;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;

/**
 * The matrix product of one block with a fixed number of probes: int8 (1024 × stride) by int8
 * (stride × lanes) to fp32 (1024 × lanes). The sums are exact in int32 and rounded once.
 *
 * <p>A kernel takes some 16 rows at a time. With few lanes it waits for memory, and the processor
 * fetches ahead best where addresses rise evenly in several places at once. So a block is described
 * as {@value #BATCH} matrices whose rows take turns: row i of matrix b is row i · {@value #BATCH} +
 * b of the block, and rows taken together lie {@value #BATCH} rows apart. 512 components, one
 * thread, ms per million rows read from memory: 43 instead of 53 with AMX, 60 instead of 95 with
 * AVX-512 VNNI, 47 instead of 72 with AVX2 VNNI.
 */
final class OneDnnProduct implements AutoCloseable {
  /**
   * Most lanes for which rows take turns. With 64 the plain matrix is the faster (50 against 56
   * ms), since arithmetic sets the pace.
   */
  private static final int INTERLEAVED_UP_TO = 32;

  private static final int BATCH = 32;

  private final engine engine;
  private final stream stream;
  private final int batch;
  private final matmul.primitive_desc description;
  private final matmul product;
  private final memory rows;
  private final memory result;
  private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(3);

  OneDnnProduct(engine engine, stream stream, int stride, int lanes, BytePointer target) {
    this.engine = engine;
    this.stream = stream;
    batch = lanes <= INTERLEAVED_UP_TO ? BATCH : 1;
    memory.desc rowsShape = rowsTakingTurns(stride, memory.data_type.s8);
    memory.desc probesShape =
        new memory.desc(new long[] {1, stride, lanes}, memory.data_type.s8, memory.format_tag.any);
    memory.desc resultShape = rowsTakingTurns(lanes, memory.data_type.f32);
    description =
        new matmul.primitive_desc(
            engine, rowsShape, probesShape, resultShape, new primitive_attr(), false);
    product = new matmul(description);
    rows = new memory(rowsShape, engine, target);
    result = new memory(resultShape, engine, target);
  }

  /** 1024 rows of so many columns, as {@code batch} matrices. */
  private memory.desc rowsTakingTurns(long columns, memory.data_type type) {
    return new memory.desc(
        new long[] {batch, RowBlock.ROWS / batch, columns},
        type,
        new long[] {columns, batch * columns, 1});
  }

  /** Room for probes, in the layout this processor likes best. */
  memory newProbes() {
    return new memory(description.weights_desc(), engine);
  }

  /** The kernel that oneDNN picked, for the log. */
  String implementation() {
    return description.impl_info_str().getString();
  }

  void multiply(BytePointer codes, memory probes) {
    dnnl_memory_set_data_handle(rows.get(), codes);
    arguments.position(0).arg(DNNL_ARG_SRC).memory(rows.get());
    arguments.position(1).arg(DNNL_ARG_WEIGHTS).memory(probes.get());
    arguments.position(2).arg(DNNL_ARG_DST).memory(result.get());
    int status = dnnl_primitive_execute(product.get(), stream.get(), 3, arguments.position(0));
    if (status != 0) {
      throw new IllegalStateException("oneDNN failed with status " + status);
    }
  }

  @Override
  public void close() {
    arguments.position(0).close();
    rows.close();
    result.close();
    product.close();
    description.close();
  }
}
