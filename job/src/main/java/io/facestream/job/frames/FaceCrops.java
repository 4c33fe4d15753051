package io.facestream.job.frames;

import io.facestream.tracking.TrackedFace;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.wire.Box;
import io.facestream.wire.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Brings what vision found from pixels to shares of the frame. */
public final class FaceCrops {
  private FaceCrops() {}

  /** The faces of a frame in the same order, boxes and landmarks relative to the frame. */
  public static List<FaceCrop> of(FoundFaces found) {
    return of(found, Collections.nCopies(found.faces().size(), TrackedFace.OF_NO_TRACK));
  }

  /**
   * The same of a camera's frame.
   *
   * @param tracked what is known of each face
   */
  static List<FaceCrop> of(FoundFaces found, List<TrackedFace> tracked) {
    List<FaceCrop> crops = new ArrayList<>(found.faces().size());
    for (int i = 0; i < found.faces().size(); i++) {
      FoundFace face = found.faces().get(i);
      TrackedFace known = tracked.get(i);
      crops.add(
          new FaceCrop(place(face, found, known.track()), known.carried() ? null : face.crop()));
    }
    return crops;
  }

  /** A face's box relative to the frame. */
  static Box boxOf(FoundFace face, FoundFaces found) {
    double width = found.width();
    double height = found.height();
    PixelBox box = face.face().box();
    return new Box(
        round(box.x() / width),
        round(box.y() / height),
        round(box.width() / width),
        round(box.height() / height));
  }

  private static FacePlace place(FoundFace face, FoundFaces found, String track) {
    double width = found.width();
    double height = found.height();
    float[] xy = face.face().landmarks();
    List<Point> landmarks = new ArrayList<>(xy.length / 2);
    for (int i = 0; i < xy.length; i += 2) {
      landmarks.add(new Point(round(xy[i] / width), round(xy[i + 1] / height)));
    }
    return new FacePlace(
        boxOf(face, found),
        landmarks,
        round(face.face().score()),
        round(face.quality()),
        face.usable() ? null : RejectionCodes.of(face.rejection().cause()),
        face.usable() ? null : face.rejection().message(),
        track);
  }

  /** To a hundred-thousandth: a twenty-fifth of a pixel of a 4K frame. */
  private static double round(double share) {
    return Math.round(share * 1e5) / 1e5;
  }
}
