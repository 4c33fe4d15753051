package io.facestream.console.store;

/** Others do not come to an end in time; another time it may go well. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException() {
    super("Others change something at the moment");
  }
}
