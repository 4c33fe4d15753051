package io.facestream.console.people;

import io.facestream.console.access.Scope;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Validity;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;

/** What is checked before anything is written about somebody. */
final class Checks {
  private static final int LONGEST_IN_LOG = 200;

  private Checks() {}

  /**
   * @param watchlists null where they stay
   */
  static void requireOwn(Scope scope, List<String> watchlists) {
    if (watchlists == null) {
      return;
    }
    if (scope.watchlists().isPresent() && watchlists.isEmpty()) {
      throw new PeopleException(
          Reason.INVALID, "Name at least one of your watchlists, or you would not see the person");
    }
    if (watchlists.stream().anyMatch(list -> !scope.has(list))) {
      throw new PeopleException(Reason.INVALID, "There is no such watchlist for you");
    }
  }

  static GalleryEntry valid(String templateId, GalleryEntry entry) {
    for (String complaint :
        new String[] {
          GalleryBounds.complaint(templateId),
          GalleryBounds.complaint(entry),
          Validity.of(entry).complaint()
        }) {
      if (complaint != null) {
        throw new PeopleException(Reason.INVALID, complaint);
      }
    }
    return entry;
  }

  /** An id as the audit log takes it. */
  static String brief(String id) {
    return id.substring(0, Math.min(id.length(), LONGEST_IN_LOG));
  }
}
