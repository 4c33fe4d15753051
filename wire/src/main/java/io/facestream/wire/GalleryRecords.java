package io.facestream.wire;

import io.facestream.wire.proto.GalleryEntry;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads records of {@code gallery}, and tells which of them are templates of any job at all: job
 * and {@code facestream gallery} must agree on who is enrolled. Whether a template is of the model
 * that a job compares is that job's question.
 */
public final class GalleryRecords {
  /** How far a "unit" vector's length may be off 1; float rounding stays below 1e-5. */
  public static final double LENGTH_TOLERANCE = 1e-2;

  private static final int KEY_CHARS = 100;

  private GalleryRecords() {}

  /**
   * The template id that a key is.
   *
   * @param key may be null
   * @throws UnusableRecordException when it is none
   */
  public static String templateId(byte[] key) throws UnusableRecordException {
    if (key == null) {
      throw new UnusableRecordException("The record has no key; the key is person/photo.", null);
    }
    String templateId = StrictUtf8.decode(key);
    if (templateId == null) {
      throw new UnusableRecordException("The key is not UTF-8; the key is person/photo.", null);
    }
    if (Ids.personOf(templateId) == null) {
      throw new UnusableRecordException(
          "The key '" + Printable.of(templateId, KEY_CHARS) + "' is not of the form person/photo.",
          null);
    }
    requireWithin(GalleryBounds.complaint(templateId), "key");
    return templateId;
  }

  /**
   * The template that a value is, or the negative example ({@link NegativeExamples}).
   *
   * @param templateId its key
   * @param writtenAt time of the record, milliseconds since the epoch
   * @throws UnusableRecordException when it is none
   */
  public static GalleryEntry entry(String templateId, byte[] value, long writtenAt)
      throws UnusableRecordException {
    requireWithin(GalleryBounds.tooLarge(value.length), "entry");
    GalleryEntry entry;
    try {
      entry = GalleryEntry.parseFrom(value);
    } catch (IOException e) {
      throw new UnusableRecordException("The value is not a GalleryEntry: " + e.getMessage(), e);
    }
    requireWithin(GalleryBounds.complaint(entry), "entry");
    String misplaced = NegativeExamples.complaint(templateId, entry, writtenAt);
    if (misplaced != null) {
      throw new UnusableRecordException(misplaced, null);
    }
    if (!NegativeExamples.is(entry) && entry.getPersonId().isBlank()) {
      throw new UnusableRecordException("The entry names no person_id.", null);
    }
    // A threshold that is not a number would let everybody, or nobody, pass as this person.
    if (entry.hasThreshold()) {
      requireWithin("threshold", entry.getThreshold(), -1);
    }
    requireWithin("quality", entry.getQuality(), 0);
    String never = Validity.of(entry).complaint();
    if (never != null) {
      throw new UnusableRecordException("The entry would never count: " + never, null);
    }
    requireUnitVector(entry);
    return entry;
  }

  private static void requireWithin(String complaint, String part) throws UnusableRecordException {
    if (complaint != null) {
      throw new UnusableRecordException("The " + part + " is out of bounds: " + complaint, null);
    }
  }

  private static void requireWithin(String field, double value, int least)
      throws UnusableRecordException {
    // Written so that NaN fails it too.
    if (!(value >= least && value <= 1)) {
      throw new UnusableRecordException(
          String.format(
              Locale.ROOT, "The entry's %s is %s; it must be %d to 1.", field, value, least),
          null);
    }
  }

  private static void requireUnitVector(GalleryEntry entry) throws UnusableRecordException {
    if (entry.getEmbeddingCount() == 0) {
      throw new UnusableRecordException("The entry has no embedding.", null);
    }
    double squares = 0;
    for (int i = 0; i < entry.getEmbeddingCount(); i++) {
      squares += (double) entry.getEmbedding(i) * entry.getEmbedding(i);
    }
    // Written so that NaN and infinity fail it too.
    if (!(Math.abs(Math.sqrt(squares) - 1) <= LENGTH_TOLERANCE)) {
      throw new UnusableRecordException(
          String.format(
              Locale.ROOT,
              "The embedding is not a unit vector (length %s); normalise it.",
              Math.sqrt(squares)),
          null);
    }
  }
}
