package io.facestream.job.search;

import io.facestream.job.metrics.JobMetric;
import io.facestream.wire.Printable;
import io.facestream.wire.TemplateCopies;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts templates found in two partitions, and names the first of them in the log. */
final class SplitTemplates {
  private static final Logger LOG = LoggerFactory.getLogger(SplitTemplates.class);
  private static final int NAMED = 10;
  private static final int ID_CHARS = 100;

  private final Counter found;
  private final Counter repaired;

  SplitTemplates(MetricGroup group) {
    found = JobMetric.TEMPLATES_SPLIT.counter(group);
    repaired = JobMetric.GALLERY_REPAIRS.counter(group);
  }

  void found(String templateId, TemplateCopies copies) {
    found.inc();
    if (found.getCount() <= NAMED) {
      LOG.warn(
          "Template {} is in two partitions of the gallery: {}. The last word counts; the rest is"
              + " taken out of the topic.{}",
          Printable.of(templateId, ID_CHARS),
          copies.copies(),
          found.getCount() == NAMED ? " Further ones are only counted." : "");
    }
  }

  /** A repair decided before the template was written again: compaction will keep the repair. */
  void overtaken(String templateId, int partition) {
    LOG.error(
        "Template {} was written to partition {} of the gallery while it was being taken out of it;"
            + " the job keeps it, the topic will not: enrol it again.",
        Printable.of(templateId, ID_CHARS),
        partition);
  }

  void repaired() {
    repaired.inc();
  }
}
