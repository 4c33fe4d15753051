package io.facestream.job.gallery;

import io.facestream.job.negatives.NegativeExample;

/**
 * A step of the gallery on its way to the slice it concerns.
 *
 * @param kind what to do
 * @param key the bucket, which decides the slice
 * @param partition partition of {@code gallery} this step stems from
 * @param offset offset within the partition; of an end marker, the last one before the end, or −1
 * @param timestamp time of the record, milliseconds since the epoch; else 0
 * @param supersededUpTo of a repair, the last offset it speaks of; else 0
 * @param partitions for an end marker, how many partitions there are to wait for, the first ones;
 *     else 0
 * @param templateId the template, or null for an end marker or a refused record
 * @param template for an upsert, who it is
 * @param embedding for an upsert, the unit vector
 * @param example for a negative example, all of it; else null
 */
public record GalleryChange(
    Kind kind,
    int key,
    int partition,
    long offset,
    long timestamp,
    long supersededUpTo,
    int partitions,
    String templateId,
    Template template,
    float[] embedding,
    NegativeExample example) {

  /** What a change does. */
  public enum Kind {
    /** Enrols a template or replaces it. */
    UPSERT,
    /** Removes a template. */
    ERASE,
    /** Takes a superseded template out of its partition, and erases nobody. */
    REPAIR,
    /** A record that went to the dead letters; only its offset counts. */
    REFUSED,
    /** Everything that was in this partition when the job started has passed. */
    CAUGHT_UP,
    /** Keeps a negative example or replaces it; it is nobody's template. */
    EXAMPLE
  }

  static GalleryChange upsert(
      int key, GalleryRecord from, String templateId, Template template, float[] embedding) {
    return of(Kind.UPSERT, key, from, templateId, template, embedding, null);
  }

  static GalleryChange example(int key, GalleryRecord from, NegativeExample example) {
    return of(Kind.EXAMPLE, key, from, example.templateId(), null, null, example);
  }

  static GalleryChange erase(int key, GalleryRecord from, String templateId) {
    return of(Kind.ERASE, key, from, templateId, null, null, null);
  }

  static GalleryChange repair(int key, GalleryRecord from, String templateId) {
    return of(Kind.REPAIR, key, from, templateId, null, null, null);
  }

  static GalleryChange refused(GalleryRecord from) {
    return of(Kind.REFUSED, 0, from, null, null, null, null);
  }

  static GalleryChange caughtUp(int key, int partition, long lastOffset, int partitions) {
    return new GalleryChange(
        Kind.CAUGHT_UP, key, partition, lastOffset, 0, 0, partitions, null, null, null, null);
  }

  private static GalleryChange of(
      Kind kind,
      int key,
      GalleryRecord from,
      String templateId,
      Template template,
      float[] embedding,
      NegativeExample example) {
    return new GalleryChange(
        kind,
        key,
        from.partition(),
        from.offset(),
        from.timestamp(),
        from.isRepair() ? from.supersededUpTo() : 0,
        0,
        templateId,
        template,
        embedding,
        example);
  }
}
