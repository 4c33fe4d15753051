package io.facestream.bench.match;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Brute force in fp32: OpenBLAS multiplies chunk after chunk of templates with the probes, and what
 * beats a probe's k-th best so far goes into its list.
 */
final class OpenBlasBaseline implements Baseline {
  private final HeldTemplates templates;
  private final List<FloatPointer> chunks = new ArrayList<>();
  private final float[] scores;

  OpenBlasBaseline(HeldTemplates templates, int mostProbes) {
    this.templates = templates;
    for (int i = 0; i < templates.chunks(); i++) {
      chunks.add(new FloatPointer(templates.chunk(i)));
    }
    scores = new float[mostProbes * HeldTemplates.CHUNK_ROWS];
  }

  @Override
  public String name() {
    return "openblas";
  }

  @Override
  public Answer search(float[] probes, int count, int k, int threads) {
    blas_set_num_threads(threads);
    int[][] rows = new int[count][k];
    long start = System.nanoTime();
    try (FloatPointer probePointer = new FloatPointer(probes);
        FloatPointer scorePointer = new FloatPointer((long) count * HeldTemplates.CHUNK_ROWS)) {
      float[][] best = new float[count][k];
      for (float[] mine : best) {
        Arrays.fill(mine, Float.NEGATIVE_INFINITY);
      }
      for (int chunk = 0; chunk < chunks.size(); chunk++) {
        int n = templates.rowsOf(chunk);
        multiply(chunks.get(chunk), n, probePointer, count, scorePointer);
        scorePointer.position(0).get(scores, 0, count * n);
        for (int probe = 0; probe < count; probe++) {
          collect(probe * n, n, chunk * HeldTemplates.CHUNK_ROWS, best[probe], rows[probe]);
        }
      }
    }
    double millis = (System.nanoTime() - start) / 1e6;
    return new Answer(millis, Arrays.stream(rows).mapToInt(best -> best[0]).toArray());
  }

  private void multiply(
      FloatPointer chunk, int n, FloatPointer probes, int count, FloatPointer out) {
    int d = templates.dim();
    if (count == 1) {
      cblas_sgemv(CblasRowMajor, CblasNoTrans, n, d, 1, chunk, d, probes, 1, 0, out, 1);
    } else {
      cblas_sgemm(
          CblasRowMajor, CblasNoTrans, CblasTrans, count, n, d, 1, probes, d, chunk, d, 0, out, n);
    }
  }

  private void collect(int start, int n, int firstRow, float[] best, int[] rows) {
    int last = best.length - 1;
    for (int i = 0; i < n; i++) {
      float score = scores[start + i];
      if (score > best[last]) {
        int place = last;
        for (; place > 0 && best[place - 1] < score; place--) {
          best[place] = best[place - 1];
          rows[place] = rows[place - 1];
        }
        best[place] = score;
        rows[place] = firstRow + i;
      }
    }
  }

  @Override
  public void close() {
    chunks.forEach(FloatPointer::close);
  }
}
