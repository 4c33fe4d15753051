package io.facestream.console.asks;

import io.facestream.wire.Analysis;

/** Hears what is found in a picture, each as soon as it is known. */
public interface AskListener {
  /** Waits for the answer alone. */
  AskListener SILENT = new AskListener() {};

  /** Where faces are ({@link Analysis#FACES}), or what an analyser says of one. */
  default void analysed(Analysis analysis) {}

  /** Who they are. Analysers may speak before and after. */
  default void answered(Asked asked) {}
}
