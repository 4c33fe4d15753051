package io.facestream.ingest.source;

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

  /** A file of a folder is no picture of a frame; it takes no number. */
  default void skippedFile(String name, String reason) {}

  /** A file is a picture larger than a frame may be; it takes the number it would have had. */
  default void tooLarge(String name, long bytes) {}

  /** A still picture was asked for and is the one before. */
  default void unchanged() {}
}
