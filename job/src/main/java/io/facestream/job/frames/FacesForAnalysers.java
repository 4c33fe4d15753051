package io.facestream.job.frames;

import io.facestream.job.analysers.AnalyserSet;
import io.facestream.job.analysers.FaceToAnalyse;
import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.wire.AnalysedFace;
import io.facestream.wire.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What detection hands on beside the frame: to each analyser the faces that it is asked about, and
 * at once what a one-shot picture shows and which of its wishes cannot be met.
 *
 * <p>Of a followed face only the views that are embedded are analysed: the others look the same.
 */
final class FacesForAnalysers {
  private final AnalyserSet run;
  private final BiConsumer<AnalyserModel, FaceToAnalyse> faces;
  private final Consumer<Analysis> answers;

  /**
   * @param run those that the job runs
   * @param faces takes what is for an analyser
   * @param answers takes what can be said at once
   */
  FacesForAnalysers(
      AnalyserSet run, BiConsumer<AnalyserModel, FaceToAnalyse> faces, Consumer<Analysis> answers) {
    this.run = run;
    this.faces = faces;
    this.answers = answers;
  }

  /**
   * Hands them on.
   *
   * @param raw the frame as it came
   * @param asked those that look at it
   * @param found with their crops, where they could be taken
   */
  void handOn(RawFrame raw, FrameFaces frame, List<AnalyserModel> asked, FoundFaces found) {
    if (frame.frame().answersRequest()) {
      answers.accept(
          Analysis.ofFaces(
              frame.frameId(),
              frame.cameraId(),
              frame.frame(),
              frame.faces().stream().map(face -> told(face.place())).toList(),
              frame.detectMs()));
      tellWishesNotMet(raw, frame);
    }
    for (int i = 0; i < frame.faces().size(); i++) {
      if (frame.faces().get(i).crop() != null) {
        for (AnalyserModel analyser : asked) {
          handOn(analyser, frame, i, found.faces().get(i).analyserCrops());
        }
      }
    }
  }

  private void handOn(AnalyserModel analyser, FrameFaces frame, int i, List<AnalyserCrop> crops) {
    FaceToAnalyse face =
        new FaceToAnalyse(
            frame.frameId(),
            frame.cameraId(),
            frame.frame(),
            i,
            frame.faces().get(i).place().box(),
            new ArrayList<>(
                crops.stream().filter(crop -> analyser.crops().contains(crop.shape())).toList()));
    if (crops.isEmpty()) {
      answers.accept(
          Analysis.failed(
              face.frameId(),
              face.cameraId(),
              face.frame(),
              face.face(),
              face.box(),
              analyser.name(),
              "The picture cannot be read in its full size, from which the analyser's part of it"
                  + " is taken."));
    } else {
      faces.accept(analyser, face);
    }
  }

  private void tellWishesNotMet(RawFrame raw, FrameFaces frame) {
    List<String> named = raw.request().analysers();
    if (named == null) {
      return;
    }
    for (String name : named) {
      String failure = null;
      if (raw.refusedAnalysers() != null && raw.refusedAnalysers().contains(name)) {
        failure = "A policy refuses the analyser '" + name + "' here.";
      } else if (run.among(List.of(name)).isEmpty()) {
        failure = "The job runs no analyser '" + name + "'; start it with that one.";
      }
      if (failure != null) {
        answers.accept(
            Analysis.failed(frame.frameId(), frame.cameraId(), frame.frame(), name, failure));
      }
    }
  }

  private static AnalysedFace told(FacePlace place) {
    return new AnalysedFace(
        place.box(),
        place.landmarks(),
        place.score(),
        place.quality(),
        place.rejectionCode(),
        place.rejection());
  }
}
