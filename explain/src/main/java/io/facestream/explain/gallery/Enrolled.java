package io.facestream.explain.gallery;

import io.facestream.job.gallery.ComparableEntries;
import io.facestream.job.gallery.Template;
import io.facestream.wire.proto.GalleryEntry;

/**
 * A template, as the job takes it from its entry.
 *
 * @param template who it is
 * @param embedding unit vector
 */
public record Enrolled(Template template, float[] embedding) {

  /** Of an entry that was checked. */
  static Enrolled of(GalleryEntry entry) {
    return new Enrolled(ComparableEntries.template(entry), ComparableEntries.embedding(entry));
  }
}
