package io.facestream.bench.frames;

/** Counts frames that have had their answer. */
public interface AnsweredFrames {
  /** Frames that have had their verdict, or their dead letter. */
  long answered();

  /** Throws what ended the counting. */
  void requireHealthy() throws Exception;
}
