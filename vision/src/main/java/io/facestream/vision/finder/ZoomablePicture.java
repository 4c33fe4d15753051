package io.facestream.vision.finder;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.SimilarityTransform;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.util.List;

/**
 * A picture as small as the detector takes it and, once a face needs it, decoded a second time:
 * once for all its faces, as large as the smallest of them asks for.
 *
 * <p>A face needs more pixels when its aligned crop would be enlarged. Larger than that the second
 * picture is not made: it would cost time, and a face much larger than its crop is cut out by
 * leaving pixels out.
 *
 * <p>Analysers may need it larger still. They come when all that is compared has been cut out, so
 * that it is the same to the last bit whether an analyser is on or not.
 */
final class ZoomablePicture implements AutoCloseable {
  private final Picture coarse;
  private Picture fine;

  /** Of a picture that stays the caller's to close. */
  ZoomablePicture(Picture coarse) {
    this.coarse = coarse;
    this.fine = coarse;
  }

  /** Decodes again if one of these faces needs it. */
  void zoomFor(List<DetectedFace> faces) throws UnreadablePictureException {
    int needed = coarse.reduction();
    for (DetectedFace face : faces) {
      needed = Math.min(needed, reductionFor(face));
    }
    zoomTo(needed);
  }

  /** Decodes again unless what is there has been reduced by no more than this. */
  void zoomTo(int reduction) throws UnreadablePictureException {
    if (reduction < fine.reduction()) {
      close();
      fine = coarse.decodeAgain(reduction);
    }
  }

  /** The smaller of the decoded pictures that has been reduced by no more than this. */
  Picture reducedByAtMost(int reduction) {
    return coarse.reduction() <= reduction ? coarse : fine;
  }

  /** The smaller of the decoded pictures that has all the pixels the face's crop can take. */
  Picture pixelsOf(DetectedFace face) {
    return reducedByAtMost(reductionFor(face));
  }

  /** The largest by which the face's crop is not enlarged. */
  private int reductionFor(DetectedFace face) {
    double enlargement = SimilarityTransform.scaleToTemplate(face.landmarks());
    int reduction = coarse.reduction();
    while (reduction > 1 && reduction * enlargement > 1) {
      reduction /= 2;
    }
    return reduction;
  }

  /** Frees the second picture, not the first. */
  @Override
  public void close() {
    if (fine != coarse) {
      fine.close();
      fine = coarse;
    }
  }
}
