package io.facestream.console.asks;

import io.facestream.wire.Analysis;

/** Hears what is found in a picture, each as soon as it is known. */
public interface AskListener {
  /** Where faces are ({@link Analysis#FACES}), or what an analyser says of one. */
  void analysed(Analysis analysis);

  /** Who they are. Analysers may speak before and after. */
  void answered(Asked asked);
}
