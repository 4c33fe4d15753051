package io.facestream.ingest;

/** Hears of what a source receives and does not hand out. Called by the reading thread. */
public interface SourceListener {
  /** Hears nothing. */
  SourceListener NONE = what -> {};

  /**
   * Something was received that is no picture.
   *
   * @param what it was, fit for a log line
   */
  void skipped(String what);

  /** A still picture was asked for and is the one before. */
  default void unchanged() {}
}
