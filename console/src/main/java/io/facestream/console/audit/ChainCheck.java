package io.facestream.console.audit;

import io.facestream.console.audit.AuditTable.Chain;
import io.facestream.console.audit.AuditTable.Place;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Looks for entries that were changed, removed, inserted or moved, and for a beginning or an end
 * that was cut off.
 *
 * <p>It cannot see what somebody did who may write both tables, and computed all hashes anew from
 * the changed entry on, or cut off the end and set the chain's end back: for that, the hash of the
 * last entry is to be noted outside the database, and compared later.
 */
final class ChainCheck {
  private final Handle handle;
  private final long highest;
  private final Chain chain;
  private final Place noted;
  private Place last;
  private long entries;
  private String deletedThrough;
  private boolean notedSeen;

  private ChainCheck(Handle handle, Place noted) {
    this.handle = handle;
    // In this order, and nothing locked: writers go on, and what they add is behind the end that
    // was read. An entry that was there before its end was has come by another way.
    this.highest = AuditTable.highest(handle);
    this.chain = AuditTable.chain(handle);
    this.noted = noted;
    this.last = chain.anchor();
  }

  static ChainReport run(Handle handle) {
    return run(handle, null);
  }

  static ChainReport run(Handle handle, Place noted) {
    ChainCheck check = new ChainCheck(handle, noted);
    Optional<String> broken = check.firstBroken();
    if (!AuditTable.chain(handle).anchor().equals(check.chain.anchor())) {
      // Old entries were deleted while we looked.
      return run(handle, noted);
    }
    return new ChainReport(
        check.entries, check.chain.head().seq(), check.chain.head().hash(), broken);
  }

  private Optional<String> firstBroken() {
    try (Stream<AuditEntry> all = AuditTable.through(handle, chain.head().seq())) {
      for (Iterator<AuditEntry> each = all.iterator(); each.hasNext(); ) {
        AuditEntry entry = each.next();
        Optional<String> broken = broken(entry);
        if (broken.isPresent()) {
          return broken;
        }
        last = new Place(entry.seq(), entry.hash());
        entries++;
        note(entry);
      }
    }
    return brokenEnds();
  }

  private Optional<String> broken(AuditEntry entry) {
    if (entry.seq() > last.seq() + 1) {
      return Optional.of("entry " + (last.seq() + 1) + " is missing");
    }
    if (entry.seq() <= last.seq()) {
      return Optional.of("entry " + entry.seq() + " stands before the beginning of the chain");
    }
    if (!entry.hash().equals(entry.rightHash())) {
      return Optional.of("entry " + entry.seq() + " was changed");
    }
    if (!entry.previous().equals(last.hash())) {
      return Optional.of(
          "entry " + entry.seq() + " does not continue the one before: one of them was replaced");
    }
    return Optional.empty();
  }

  private void note(AuditEntry entry) {
    if (entry.action().equals(AuditLog.DELETED)) {
      deletedThrough = entry.details();
    }
    if (noted != null && noted.seq() == entry.seq()) {
      notedSeen = noted.hash().equals(entry.hash());
    }
  }

  private Optional<String> brokenEnds() {
    if (!last.equals(chain.head())) {
      return Optional.of(
          last.seq() < chain.head().seq()
              ? "entry " + (last.seq() + 1) + " and all behind it are missing"
              : "entry " + last.seq() + " is not what the chain ended with");
    }
    if (highest > chain.head().seq()) {
      return Optional.of("entry " + highest + " stands behind the end of the chain");
    }
    Place anchor = chain.anchor();
    if (anchor.seq() > 0 && !names(deletedThrough, anchor)) {
      return Optional.of(
          "entry "
              + (anchor.seq())
              + " and those before are missing, and no entry says that they"
              + " were deleted");
    }
    if (noted != null && !notedSeen) {
      return Optional.of("entry " + noted.seq() + " has not the hash that was noted");
    }
    return Optional.empty();
  }

  private static boolean names(String details, Place anchor) {
    return details != null
        && details.equals(AuditDetails.json(Map.of("seq", anchor.seq(), "hash", anchor.hash())));
  }
}
