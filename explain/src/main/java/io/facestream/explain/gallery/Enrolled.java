package io.facestream.explain.gallery;

import io.facestream.job.gallery.ComparableEntries;
import io.facestream.job.gallery.Template;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.wire.NegativeExamples;
import io.facestream.wire.proto.GalleryEntry;

/**
 * An entry of the gallery as the job takes it: a template, or a negative example.
 *
 * @param template who it is; null for a negative example
 * @param embedding unit vector
 * @param example who it is not; null for a template
 */
public record Enrolled(Template template, float[] embedding, NegativeExample example) {

  /** Of an entry that was checked. */
  static Enrolled of(String templateId, GalleryEntry entry) {
    if (NegativeExamples.is(entry)) {
      NegativeExample example = ComparableEntries.example(templateId, entry);
      return new Enrolled(null, example.embedding(), example);
    }
    return new Enrolled(
        ComparableEntries.template(entry), ComparableEntries.embedding(entry), null);
  }
}
