package io.facestream.client.gallery;

import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.proto.GalleryEntry;

/** Which entries a reader takes; as in a job, one that is refused changes nothing. */
@FunctionalInterface
public interface EntryCheck {

  /** Takes every entry that is one. */
  EntryCheck NONE = entry -> {};

  /**
   * Refuses an entry.
   *
   * @throws UnusableRecordException with the reason
   */
  void require(GalleryEntry entry) throws UnusableRecordException;
}
