package io.facestream.job.gallery;

import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.RecordFailure;
import io.facestream.job.records.SkippedRecords;
import io.facestream.wire.GalleryRecords;
import io.facestream.wire.NegativeExamples;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.proto.GalleryEntry;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns gallery records into changes; what cannot be used goes to the dead letters. */
public final class CheckGallery extends ProcessFunction<GalleryRecord, GalleryChange> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final SkippedRecords skips;
  private final ComparableEntries comparable;
  private final GalleryBuckets buckets;

  private transient Counter enrolled;
  private transient Counter erased;
  private transient Counter refused;

  /**
   * @param topic the gallery topic's name, for dead letters
   * @param modelId the embedder whose embeddings this job compares
   * @param dimension length of its embeddings
   * @param skips records that are not even looked at
   */
  public CheckGallery(
      String topic, String modelId, int dimension, GalleryBuckets buckets, SkippedRecords skips) {
    this.topic = topic;
    this.skips = skips;
    this.comparable = new ComparableEntries(modelId, dimension);
    this.buckets = buckets;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup group = getRuntimeContext().getMetricGroup();
    enrolled = JobMetric.TEMPLATES_ENROLLED.counter(group);
    erased = JobMetric.TEMPLATES_ERASED.counter(group);
    refused = JobMetric.GALLERY_REFUSED.counter(group);
  }

  @Override
  public void processElement(GalleryRecord record, Context context, Collector<GalleryChange> out)
      throws Exception {
    RecordFailure.naming(
        "Check gallery",
        () -> RecordFailure.gallery(record.partition(), record.offset(), record.key()),
        () -> check(record, context, out));
  }

  private void check(GalleryRecord record, Context context, Collector<GalleryChange> out) {
    GalleryChange change;
    try {
      change = read(record);
      count(change);
    } catch (UnusableRecordException e) {
      context.output(DeadLetters.OF_GALLERY, deadLetter(record, e));
      change = GalleryChange.refused(record);
      refused.inc();
    }
    out.collect(change);
  }

  private void count(GalleryChange change) {
    switch (change.kind()) {
      case UPSERT -> enrolled.inc();
      case ERASE -> erased.inc();
      default -> {}
    }
  }

  private GalleryChange read(GalleryRecord record) throws UnusableRecordException {
    requireNotSkipped(skips.refusalOfGallery(record.partition(), record.offset()));
    String templateId = GalleryRecords.templateId(record.key());
    int key = buckets.keyOf(templateId);
    if (record.isRepair()) {
      return GalleryChange.repair(key, record, templateId);
    }
    if (record.value() == null) {
      return GalleryChange.erase(key, record, templateId);
    }
    requireNotSkipped(skips.refusalOfTemplate(templateId));
    GalleryEntry entry = GalleryRecords.entry(templateId, record.value(), record.timestamp());
    comparable.require(entry);
    if (NegativeExamples.is(entry)) {
      return GalleryChange.example(key, record, ComparableEntries.example(templateId, entry));
    }
    return GalleryChange.upsert(
        key,
        record,
        templateId,
        ComparableEntries.template(entry),
        ComparableEntries.embedding(entry));
  }

  private static void requireNotSkipped(String order) throws UnusableRecordException {
    if (order != null) {
      throw new UnusableRecordException(order, null);
    }
  }

  private DeadLetter deadLetter(GalleryRecord record, UnusableRecordException e) {
    return new DeadLetter(
        topic,
        record.partition(),
        record.offset(),
        record.key(),
        record.value(),
        e.getMessage(),
        e.getCause() == null ? null : e.getCause().getClass().getName());
  }
}
