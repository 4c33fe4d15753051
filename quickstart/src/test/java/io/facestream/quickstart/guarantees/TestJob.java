package io.facestream.quickstart.guarantees;

import io.facestream.embedded.flink.RunningJob;
import io.facestream.job.metrics.JobMetric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/** A job in the {@link KillableCluster}, with its metrics. */
final class TestJob implements AutoCloseable {
  private final MiniCluster cluster;
  private final InMemoryReporter reporter;
  private final JobID id;
  private final CompletableFuture<JobResult> result;
  private final RunningJob ending;

  TestJob(MiniCluster cluster, InMemoryReporter reporter, JobID id) {
    this.cluster = cluster;
    this.reporter = reporter;
    this.id = id;
    this.result = cluster.requestJobResult(id);
    this.ending = new RunningJob(cluster, id);
  }

  /** Waits for something that the job brings about; fails with the job. */
  void await(BooleanSupplier condition) throws Exception {
    while (!condition.getAsBoolean()) {
      requireRunning();
      Thread.sleep(2);
    }
  }

  void requireRunning() throws Exception {
    if (result.isDone()) {
      result.get().toJobExecutionResult(getClass().getClassLoader());
      throw new IllegalStateException("The job has ended");
    }
  }

  /** The metric's value in each subtask that runs; a histogram's is its count. */
  List<Long> valuesOf(JobMetric metric) {
    return valuesOf(metric.operator(), JobMetric.GROUP + "." + metric.id());
  }

  /** The values of a metric by the end of its name in Flink's scope. */
  List<Long> valuesOf(String operator, String name) {
    String ending = "\\." + operator + "\\.\\d+\\." + name.replace(".", "\\.") + "$";
    Predicate<String> wanted = Pattern.compile(ending).asPredicate();
    List<Long> values = new ArrayList<>();
    reporter
        .getMetricsByGroup()
        .forEach(
            (group, metrics) ->
                metrics.forEach(
                    (metric, value) -> {
                      if (isOurs(group) && wanted.test(group.getMetricIdentifier(metric))) {
                        values.add(valueOf(value));
                      }
                    }));
    return values;
  }

  private boolean isOurs(MetricGroup group) {
    return id.toString().equals(group.getAllVariables().get("<job_id>"));
  }

  long sumOf(JobMetric metric) {
    return valuesOf(metric).stream().mapToLong(Long::longValue).sum();
  }

  private static long valueOf(Metric metric) {
    if (metric instanceof Counter counter) {
      return counter.getCount();
    }
    if (metric instanceof Histogram histogram) {
      return histogram.getCount();
    }
    return ((Number) ((Gauge<?>) metric).getValue()).longValue();
  }

  /** How often the job was started anew since its submission. */
  long restarts() {
    return reporter.findJobMetricGroups(id, "numRestarts").stream()
        .mapToLong(found -> valueOf(found.f2))
        .max()
        .orElseThrow();
  }

  /** Takes a checkpoint, as soon as all tasks run, and waits for it. */
  void checkpoint() throws Exception {
    await(() -> cluster.triggerCheckpoint(id).handle((path, failed) -> failed == null).join());
  }

  /** Ends the job with a savepoint, as soon as all tasks run, and says where it lies. */
  String stopWithSavepoint(Path folder) throws Exception {
    ending.awaitRunning();
    return ending.stopWithSavepoint(folder, SavepointFormatType.CANONICAL);
  }

  @Override
  public void close() throws Exception {
    ending.cancel();
  }
}
