package io.facestream.console.api;

import io.facestream.console.asks.AskListener;
import io.facestream.wire.Analysis;
import java.util.ArrayList;
import java.util.List;

/** Collects what analysers say, to be answered at once. */
final class Analyses implements AskListener {
  private final List<AnalysisView> all = new ArrayList<>();

  @Override
  public void analysed(Analysis analysis) {
    if (!analysis.analyser().equals(Analysis.FACES)) {
      all.add(AnalysisView.of(analysis));
    }
  }

  /** Each face with what is said of it, or of the whole picture. */
  List<FaceView> on(List<FaceView> faces) {
    return all.isEmpty()
        ? faces
        : faces.stream()
            .map(
                face ->
                    face.with(
                        all.stream()
                            .filter(one -> one.face() == null || one.face() == face.index())
                            .toList()))
            .toList();
  }
}
