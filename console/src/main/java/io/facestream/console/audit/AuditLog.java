package io.facestream.console.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The log of what was done. Entries are only added, each with the hash of the one before; old ones
 * are deleted from the beginning only, by {@link #deleteOlder}, which is an entry itself.
 */
public final class AuditLog {
  /** The entry that says up to where older ones were deleted. */
  static final String DELETED = "audit.delete";

  private static final Pattern ACTION = Pattern.compile("[a-z]+(\\.[a-z]+)+");
  private static final int LONGEST_ACTION = 60;
  private static final int LONGEST_ACTOR = 120;
  private static final int LONGEST_SUBJECT = 300;

  private final Jdbi jdbi;
  private final Clock clock;

  public AuditLog(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Adds an entry.
   *
   * @param actor see {@link AuditEntry#actor}
   * @param action words with dots between, such as {@code people.erase}
   * @param subject cut where it is too long
   * @param details short texts, whole numbers, truth values, lists of texts; never biometric data
   * @throws IllegalArgumentException when details or action are of another kind
   */
  public AuditEntry add(String actor, String action, String subject, Map<String, ?> details) {
    return jdbi.inTransaction(handle -> add(handle, actor, action, subject, details));
  }

  /** The same within a transaction: what was done and its entry are there together, or neither. */
  public AuditEntry add(
      Handle handle, String actor, String action, String subject, Map<String, ?> details) {
    if (!ACTION.matcher(action).matches() || action.length() > LONGEST_ACTION) {
      throw new IllegalArgumentException("'" + action + "' is no action, such as people.erase");
    }
    String json = AuditDetails.json(details);
    AuditTable.Place head = AuditTable.lock(handle).head();
    AuditEntry entry =
        new AuditEntry(
                head.seq() + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                cut(actor, LONGEST_ACTOR),
                action,
                cut(subject, LONGEST_SUBJECT),
                json,
                head.hash(),
                "")
            .hashed();
    AuditTable.append(handle, entry);
    return entry;
  }

  /** NUL cannot be stored by PostgreSQL; half a character cannot be hashed. */
  private static String cut(String text, int longest) {
    String clean = new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
    if (clean.length() <= longest) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
    return clean.substring(0, end);
  }

  /**
   * The newest entries before a place, newest first.
   *
   * @param before a {@link AuditEntry#seq}, {@code Long.MAX_VALUE} for the end
   */
  public List<AuditEntry> before(long before, int most) {
    return jdbi.withHandle(handle -> AuditTable.before(handle, before, most));
  }

  /**
   * Deletes what is older, and keeps the rest verifiable: the chain then begins at the hash of the
   * last one deleted, which an entry names.
   *
   * @return how many entries went
   */
  public long deleteOlder(Duration age, String actor) {
    Instant oldest = clock.instant().minus(age);
    return jdbi.inTransaction(
        handle -> {
          long begins = AuditTable.lock(handle).anchor().seq();
          Optional<AuditTable.Place> last = AuditTable.lastOlder(handle, oldest);
          if (last.isEmpty()) {
            return 0L;
          }
          AuditTable.Place anchor = last.get();
          add(
              handle,
              actor,
              DELETED,
              "through " + anchor.seq(),
              Map.of("seq", anchor.seq(), "hash", anchor.hash()));
          AuditTable.moveAnchor(handle, anchor);
          return anchor.seq() - begins;
        });
  }

  /** Goes over the whole chain; see {@link ChainCheck} for what that shows. */
  public ChainReport verify() {
    return jdbi.inTransaction(ChainCheck::run);
  }

  /**
   * The same, and whether an entry still has the hash that somebody noted.
   *
   * @param seq of an entry that was not deleted since
   */
  public ChainReport verify(long seq, String hash) {
    return jdbi.inTransaction(handle -> ChainCheck.run(handle, new AuditTable.Place(seq, hash)));
  }
}
