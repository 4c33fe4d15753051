package io.facestream.console.asks;

import io.facestream.wire.FacestreamException;

/** A picture gets no answer; the message is for who handed it in. */
public final class AskException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It is no picture of a kind that is taken. */
    NO_PICTURE,
    /** The job refuses it. */
    REFUSED,
    /** No broker answers. */
    BROKER_AWAY,
    /** The job does not answer in time. */
    NO_ANSWER,
    /** Too many wait already. */
    BUSY,
    /** A watchlist was named that the caller may not search, or that there is not. */
    UNKNOWN_WATCHLIST
  }

  private final Reason reason;

  AskException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  AskException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What to tell by. */
  public Reason reason() {
    return reason;
  }
}
