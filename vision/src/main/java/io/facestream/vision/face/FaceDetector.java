package io.facestream.vision.face;

import io.facestream.vision.picture.Picture;
import java.util.List;

/** Finds faces in a picture. Thread-confined: one per thread; the model behind it is shared. */
public interface FaceDetector extends AutoCloseable {

  /** Which model answers, for example {@code yunet-n}. */
  String modelId();

  /** The faces, in pixels of the decoded picture, by descending score; empty when there is none. */
  List<DetectedFace> detect(Picture picture);

  @Override
  void close();
}
