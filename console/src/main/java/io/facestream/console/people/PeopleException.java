package io.facestream.console.people;

import io.facestream.wire.FacestreamException;

/** Somebody cannot be enrolled, changed or found; the message is for who asked. */
public final class PeopleException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NOT_FOUND,
    /** A value is out of its bounds. */
    INVALID,
    /** The picture cannot be used: it shows nobody, or nobody well enough. */
    POOR_PHOTO,
    /** That id, or that face, is somebody's already. */
    ALREADY_ENROLLED,
    /** The person is on watchlists that the caller may not see, too. */
    SHARED,
    /** It is the only photo. */
    LAST_PHOTO,
    /** It is too late to undo it, or what it was is erased. */
    UNDO_ENDED,
    /** Something that came later must be undone first. */
    MERGED_ON,
    /** No broker answers. */
    BROKER_AWAY
  }

  private final Reason reason;

  PeopleException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  PeopleException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What to tell by. */
  public Reason reason() {
    return reason;
  }
}
