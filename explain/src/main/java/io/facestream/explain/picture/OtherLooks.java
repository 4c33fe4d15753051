package io.facestream.explain.picture;

import io.facestream.vision.Vision;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.quality.Rejection.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks otherwise at a picture in which no face can be compared. */
final class OtherLooks {
  /** Below it a detector sees faces in anything. */
  private static final double LEAST_SCORE = 0.3;

  private static final Set<Cause> TOLD_BY_THE_GATE = Set.of(Cause.ON_ITS_SIDE, Cause.UPSIDE_DOWN);

  private final Vision vision;
  private final FinderOptions options;

  OtherLooks(Vision vision, FinderOptions options) {
    this.vision = vision;
    this.options = options;
  }

  /** What would show a face, one line each; may be empty. */
  List<String> at(byte[] picture, FoundFaces asIs) throws UnreadablePictureException {
    List<String> shown = new ArrayList<>();
    if (asIs.faces().stream().noneMatch(OtherLooks::isTurned)) {
      turned(picture, shown);
    }
    if (asIs.faces().isEmpty()) {
      larger(picture, asIs, shown);
      weaker(picture, shown);
    }
    return shown;
  }

  private static boolean isTurned(FoundFace face) {
    return TOLD_BY_THE_GATE.contains(face.rejection().cause());
  }

  private void turned(byte[] picture, List<String> shown) throws UnreadablePictureException {
    try (FaceFinder finder = vision.newFinder(options)) {
      FoundFaces upright = finder.findUpright(picture);
      if (upright.turnedDegrees() != 0) {
        shown.add(
            String.format(
                Locale.ROOT,
                "the picture turned clockwise by %d degrees (camera option 'rotate: %1$d'):"
                    + " it shows %s then",
                upright.turnedDegrees(),
                usableOf(upright)));
      }
    }
  }

  private void larger(byte[] picture, FoundFaces asIs, List<String> shown)
      throws UnreadablePictureException {
    int longSide = options.detectorLongSide();
    if (longSide == 0 || Math.max(asIs.width(), asIs.height()) <= longSide) {
      return;
    }
    try (FaceFinder finder = vision.newFinder(options.withDetectorLongSide(0))) {
      FoundFaces found = finder.find(picture);
      if (!found.faces().isEmpty()) {
        shown.add(
            String.format(
                Locale.ROOT,
                "detection at the picture's own size and not reduced to %d px: it shows %s then",
                longSide,
                usableOf(found)));
      }
    }
  }

  private void weaker(byte[] picture, List<String> shown) throws UnreadablePictureException {
    try (FaceFinder finder = vision.newFinder(options.withMinScore(LEAST_SCORE))) {
      finder.find(picture).faces().stream()
          .map(FoundFace::face)
          .mapToDouble(DetectedFace::score)
          .max()
          .ifPresent(
              best ->
                  shown.add(
                      String.format(
                          Locale.ROOT,
                          "a face of which the detector is surer: its best guess scores %.2f,"
                              + " %.2f is needed",
                          best,
                          options.minScore())));
    }
  }

  private static String usableOf(FoundFaces found) {
    long usable = found.faces().stream().filter(FoundFace::usable).count();
    return usable == 1 ? "1 face that can be compared" : usable + " faces that can be compared";
  }
}
