package io.facestream.sdk;

import java.util.List;

/** Hears what is found in a picture as it is ready. */
public interface AnalysisListener {
  /** Where faces are; nobody has been looked for yet. */
  default void faces(List<AnalysedFace> faces) {}

  /** Who they are; each names its face by {@link AnalysedFace#index}. */
  default void matches(List<AnalysedFace> faces) {}

  /** What an analyser said; in any order, also before the matches. */
  default void analysis(Analysis analysis) {}
}
