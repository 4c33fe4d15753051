package io.facestream.job.gallery;

import com.google.protobuf.InvalidProtocolBufferException;
import io.facestream.job.DeadLetter;
import io.facestream.job.Outputs;
import io.facestream.job.RecordFailure;
import io.facestream.job.SkippedRecords;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.metrics.JobMetric;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Ids;
import io.facestream.wire.Printable;
import io.facestream.wire.StrictUtf8;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns gallery records into changes; what cannot be used goes to the dead letters. */
public final class CheckGallery extends ProcessFunction<GalleryRecord, GalleryChange> {
  private static final long serialVersionUID = 1L;

  /** How far a "unit" vector's length may be off 1; float rounding stays below 1e-5. */
  static final double LENGTH_TOLERANCE = 1e-2;

  private final String topic;
  private final SkippedRecords skips;
  private final String modelId;
  private final int dimension;
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
    this.modelId = modelId;
    this.dimension = dimension;
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
    } catch (UnusableEntryException e) {
      context.output(Outputs.GALLERY_DEAD_LETTERS, deadLetter(record, e));
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

  private GalleryChange read(GalleryRecord record) throws UnusableEntryException {
    requireNotSkipped(skips.refusalOfGallery(record.partition(), record.offset()));
    if (record.key() == null) {
      throw new UnusableEntryException("The record has no key; the key is person/photo.", null);
    }
    String templateId = templateId(record.key());
    int key = buckets.keyOf(templateId);
    if (record.isRepair()) {
      return GalleryChange.repair(key, record, templateId);
    }
    if (record.value() == null) {
      return GalleryChange.erase(key, record, templateId);
    }
    requireNotSkipped(skips.refusalOfTemplate(templateId));
    GalleryEntry entry = parse(record.value());
    return GalleryChange.upsert(key, record, templateId, template(entry), embedding(entry));
  }

  private static void requireNotSkipped(String order) throws UnusableEntryException {
    if (order != null) {
      throw new UnusableEntryException(order, null);
    }
  }

  private static String templateId(byte[] key) throws UnusableEntryException {
    String templateId = StrictUtf8.decode(key);
    if (templateId == null) {
      throw new UnusableEntryException("The key is not UTF-8; the key is person/photo.", null);
    }
    if (Ids.personOf(templateId) == null) {
      throw new UnusableEntryException(
          "The key '" + Printable.of(templateId, 100) + "' is not of the form person/photo.", null);
    }
    requireWithin(GalleryBounds.complaint(templateId), "key");
    return templateId;
  }

  private static GalleryEntry parse(byte[] value) throws UnusableEntryException {
    requireWithin(GalleryBounds.tooLarge(value.length), "entry");
    try {
      GalleryEntry entry = GalleryEntry.parseFrom(value);
      requireWithin(GalleryBounds.complaint(entry), "entry");
      return entry;
    } catch (InvalidProtocolBufferException e) {
      throw new UnusableEntryException("The value is not a GalleryEntry: " + e.getMessage(), e);
    }
  }

  private static Template template(GalleryEntry entry) throws UnusableEntryException {
    String personId = entry.getPersonId();
    if (personId.isBlank()) {
      throw new UnusableEntryException("The entry names no person_id.", null);
    }
    // A threshold that is not a number would let everybody, or nobody, pass as this person.
    if (entry.hasThreshold()) {
      requireWithin("threshold", entry.getThreshold(), -1);
    }
    requireWithin("quality", entry.getQuality(), 0);
    return new Template(
        personId,
        entry.getName().isBlank() ? personId : entry.getName(),
        entry.getWatchlistsCount() == 0 ? null : entry.getWatchlists(0),
        entry.hasThreshold() ? entry.getThreshold() : null);
  }

  private static void requireWithin(String complaint, String part) throws UnusableEntryException {
    if (complaint != null) {
      throw new UnusableEntryException("The " + part + " is out of bounds: " + complaint, null);
    }
  }

  private static void requireWithin(String field, double value, int least)
      throws UnusableEntryException {
    // Written so that NaN fails it too.
    if (!(value >= least && value <= 1)) {
      throw new UnusableEntryException(
          String.format(
              Locale.ROOT, "The entry's %s is %s; it must be %d to 1.", field, value, least),
          null);
    }
  }

  private float[] embedding(GalleryEntry entry) throws UnusableEntryException {
    if (!entry.getModelId().equals(modelId)) {
      throw new UnusableEntryException(
          String.format(
              Locale.ROOT,
              "The embedding is of model '%s', this job compares '%s'; enrol the photo again with this model.",
              entry.getModelId(),
              modelId),
          null);
    }
    if (entry.getEmbeddingCount() != dimension) {
      throw new UnusableEntryException(
          String.format(
              Locale.ROOT,
              "The embedding has %d numbers, model '%s' has %d.",
              entry.getEmbeddingCount(),
              modelId,
              dimension),
          null);
    }
    float[] embedding = new float[dimension];
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      embedding[i] = entry.getEmbedding(i);
      squares += (double) embedding[i] * embedding[i];
    }
    // Written so that NaN and infinity fail it too.
    if (!(Math.abs(Math.sqrt(squares) - 1) <= LENGTH_TOLERANCE)) {
      throw new UnusableEntryException(
          String.format(
              Locale.ROOT,
              "The embedding is not a unit vector (length %s); normalise it.",
              Math.sqrt(squares)),
          null);
    }
    return embedding;
  }

  private DeadLetter deadLetter(GalleryRecord record, UnusableEntryException e) {
    return new DeadLetter(
        topic,
        record.partition(),
        record.offset(),
        record.key(),
        record.value(),
        e.getMessage(),
        e.getCause() == null ? null : e.getCause().getClass().getName());
  }

  /** Why a gallery record cannot be used. */
  private static final class UnusableEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableEntryException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
