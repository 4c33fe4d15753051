package io.facestream.job.analysers;

import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.wire.Analysis;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import java.util.List;

/**
 * A face on its way to one analyser.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}
 * @param cameraId the camera
 * @param frame the frame
 * @param face which of its faces, from 0, largest first
 * @param box where it is
 * @param crops what the analyser needs of the picture
 */
public record FaceToAnalyse(
    String frameId, String cameraId, FrameRef frame, int face, Box box, List<AnalyserCrop> crops) {

  /** That an analyser says nothing of it, and why. */
  Analysis failed(String analyser, String failure) {
    return Analysis.failed(frameId, cameraId, frame, face, box, analyser, failure);
  }
}
