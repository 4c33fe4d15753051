package io.facestream.vision;

import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.analyse.Analysis;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.packs.AnalyserModel;
import java.util.List;

/** Keeps the shared networks alive until its user closes it. */
final class SharedAnalyser implements FaceAnalyser {
  private final FaceAnalyser analyser;
  private final Runnable giveBack;
  private boolean closed;

  SharedAnalyser(FaceAnalyser analyser, Runnable giveBack) {
    this.analyser = analyser;
    this.giveBack = giveBack;
  }

  @Override
  public AnalyserModel model() {
    return analyser.model();
  }

  @Override
  public Analysis analyse(List<AnalyserCrop> crops) {
    return analyser.analyse(crops);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      analyser.close();
      giveBack.run();
    }
  }
}
