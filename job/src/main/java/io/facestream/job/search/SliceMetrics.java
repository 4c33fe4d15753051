package io.facestream.job.search;

import io.facestream.job.metrics.JobMetric;
import io.facestream.matcher.GallerySlice;
import java.util.function.BooleanSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** What a slice reports of itself. */
final class SliceMetrics {
  private final Counter probesSearched;
  private final Histogram batchProbes;
  private final Histogram searchMicros;

  /**
   * @param ready whether the slice has caught up with the gallery
   */
  SliceMetrics(MetricGroup group, GallerySlice slice, HeldProbes held, BooleanSupplier ready) {
    JobMetric.TEMPLATES.gauge(group, slice::size);
    JobMetric.GALLERY_READY.gauge(group, () -> ready.getAsBoolean() ? 1 : 0);
    JobMetric.HELD_FRAMES.gauge(group, held::size);
    JobMetric.HELD_FRAMES_PEAK.gauge(group, held::peak);
    probesSearched = JobMetric.PROBES_SEARCHED.counter(group);
    batchProbes = JobMetric.BATCH_SIZE.histogram(group);
    searchMicros = JobMetric.SEARCH_TIME.histogram(group);
  }

  /**
   * Counts one pass over the slice.
   *
   * @param probes faces searched in it
   * @param searchMs its time, milliseconds
   */
  void searched(int probes, double searchMs) {
    probesSearched.inc(probes);
    batchProbes.update(probes);
    searchMicros.update(Math.round(searchMs * 1e3));
  }
}
