package io.facestream.console.access;

import io.facestream.wire.FacestreamException;
import java.time.Duration;

/** Somebody is not let in, or may not do what he asks; the message is for him. */
public final class AccessException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Name and password do not belong together, or there is no such user: nobody learns which. */
    WRONG_LOGIN,
    /** Too many have failed; {@link AccessException#untilNext} says for how long. */
    LOCKED_OUT,
    /** The link was used, has run out, or another took its place. */
    LINK_ENDED,
    /** A key cannot give what its maker does not have. */
    EXCEEDS_OWN,
    /** There is no such key. */
    NO_SUCH_KEY,
    /** Too many log in at once. */
    BUSY
  }

  private final Reason reason;
  private final transient Duration wait;

  AccessException(Reason reason, String message) {
    this(reason, message, Duration.ZERO);
  }

  AccessException(Reason reason, String message, Duration wait) {
    super(message);
    this.reason = reason;
    this.wait = wait;
  }

  /** What to tell by. */
  public Reason reason() {
    return reason;
  }

  /** How long it makes no sense to try again; zero where that does not help. */
  public Duration untilNext() {
    return wait == null ? Duration.ZERO : wait;
  }
}
