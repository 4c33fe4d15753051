package io.facestream.bench.match;

import io.facestream.matcher.Hit;
import io.facestream.matcher.kernel.Kernels;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One search by size, dimension, batch, slices (a thread each), kernel and least similarity. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:MaxDirectMemorySize=4g")
public class SliceBenchmark {
  @Param({"10000", "100000", "1000000"})
  public int n;

  @Param({"128", "512"})
  public int dim;

  @Param({"1", "8", "32", "64", "256"})
  public int probes;

  @Param({"1", "4"})
  public int slices;

  @Param("-1")
  public double minSimilarity;

  private Templates templates;
  private Slices index;
  private float[] batch;

  @Setup(Level.Trial)
  public void fill() throws Exception {
    templates = new DrawnTemplates(n, dim);
    index = new Slices(templates, slices, null, Kernels.chosen());
    batch = templates.probes(probes);
  }

  @Benchmark
  public List<List<Hit>> search() throws Exception {
    return index.search(batch, probes, 10, minSimilarity);
  }

  @TearDown(Level.Trial)
  public void free() throws Exception {
    index.close();
  }
}
