package io.facestream.console.pictures;

/** A picture cannot be had. */
public final class PictureException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Kafka has deleted it. */
    GONE,
    /** The broker does not answer. */
    AWAY,
    /** Too many are asked for at once. */
    BUSY,
    /** It cannot be decoded here. */
    UNREADABLE
  }

  private final Reason reason;

  PictureException(Reason reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
