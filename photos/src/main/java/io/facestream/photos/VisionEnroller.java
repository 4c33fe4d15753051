package io.facestream.photos;

import io.facestream.photos.stills.StillReader;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;
import java.util.List;
import java.util.Locale;

/**
 * Enrols with the models of a pack.
 *
 * <p>A photo with several faces is refused even when all but one are poor: which of them is the
 * person is for people to say, and a wrong template would stay for good.
 */
public final class VisionEnroller implements Enroller {
  private final FaceFinder finder;
  private final FaceEmbedder embedder;

  public VisionEnroller(Vision vision) {
    this.finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()));
    this.embedder = vision.newEmbedder();
  }

  @Override
  public Enrolment enrol(byte[] photo, Pick pick) {
    try {
      return choose(find(photo), pick);
    } catch (UnreadablePictureException e) {
      return Enrolment.Refused.because("unreadable: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    embedder.close();
    finder.close();
  }

  private FoundFaces find(byte[] photo) throws UnreadablePictureException {
    PictureType type = PictureType.of(photo).orElse(null);
    if (type == null || type.isFrame()) {
      return finder.findUpright(photo);
    }
    try (Picture picture = StillReader.read(photo, type)) {
      return finder.findUpright(picture);
    }
  }

  private Enrolment choose(FoundFaces found, Pick pick) {
    int count = found.faces().size();
    if (count == 0) {
      return Enrolment.Refused.because("no face found");
    }
    if (count == 1) {
      return accept(found, 0, "");
    }
    if (pick == null) {
      return several(
          found, String.format(Locale.ROOT, "%d faces; crop it, or choose one of them", count));
    }
    int index = pick.indexIn(found);
    return index < 0
        ? several(found, String.format(Locale.ROOT, "no face %s among %d", pick.text(), count))
        : accept(found, index, pick.text());
  }

  private Enrolment accept(FoundFaces found, int index, String sourceFace) {
    FoundFace face = found.faces().get(index);
    if (!face.usable()) {
      return Enrolment.Refused.because("poor quality: " + face.rejection().message());
    }
    float[] embedding = embedder.embed(List.of(face.crop()))[0];
    return new Enrolment.Accepted(embedding, face.quality(), sourceFace, remarkOn(found));
  }

  private static String remarkOn(FoundFaces found) {
    return found.turnedDegrees() == 0
        ? null
        : String.format(
            Locale.ROOT, "was turned upright, clockwise by %d degrees", found.turnedDegrees());
  }

  private static Enrolment several(FoundFaces found, String reason) {
    return new Enrolment.Refused(reason, PhotoFace.listOf(found));
  }
}
