package io.facestream.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.client.requests.RequestDesk;
import io.facestream.console.access.Caller;
import io.facestream.console.asks.Asked;
import io.facestream.console.asks.Asks;
import io.facestream.console.asks.FaceTokens;
import io.facestream.console.asks.Picture;
import io.facestream.console.audit.AuditLog;
import io.facestream.console.http.Page;
import io.facestream.console.http.ProblemException;
import io.facestream.console.people.FacePhoto;
import io.facestream.console.people.PhotoEnrolment;
import io.facestream.console.pictures.FaceCrop;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.pictures.PictureException;
import io.facestream.wire.Box;
import io.facestream.wire.CameraIds;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.Sha256;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Faces to enrol: of a token, or of a picture that the running job looks at first, which somebody
 * sends or a camera has sent.
 */
public final class EnrolledFaces {
  /** What two boxes of one face share at least. */
  private static final double SAME = 0.5;

  private final PhotoEnrolment enrolment;
  private final Asks asks;
  private final FaceTokens tokens;
  private final FramePictures pictures;
  private final EventPictures events;
  private final SeenFaces seen;
  private final AuditLog audit;

  /**
   * Looks at faces through {@code asks}, and fetches those of tokens from {@code pictures}, those
   * that cameras saw from {@code events}.
   */
  public EnrolledFaces(
      PhotoEnrolment enrolment,
      Asks asks,
      FaceTokens tokens,
      FramePictures pictures,
      EventPictures events,
      SeenFaces seen,
      AuditLog audit) {
    this.enrolment = enrolment;
    this.asks = asks;
    this.tokens = tokens;
    this.pictures = pictures;
    this.events = events;
    this.seen = seen;
    this.audit = audit;
  }

  FacePhoto ofToken(String token, Caller caller) {
    FaceTokens.FaceAt at =
        tokens
            .open(token, caller)
            .orElseThrow(
                () ->
                    new ProblemException(
                        410,
                        "token-ended",
                        "This token is none of yours, or older than ten minutes",
                        "Send the picture to be recognised again, for a new one"));
    try {
      // Of a topic that was made anew a camera's frame may lie there.
      byte[] picture =
          pictures.picture(
              at.frame().partition(),
              at.frame().offset(),
              frame -> RequestDesk.isLane(CameraIds.of(frame.key())));
      return photo(picture, at.box(), token);
    } catch (PictureException e) {
      throw e.reason() == PictureException.Reason.GONE
          ? new ProblemException(
              410, "picture-gone", "The picture is no longer there", "Send it again")
          : Pictures.problem(e.reason());
    }
  }

  /**
   * The face of a picture in a body; of several the one that {@code face} names.
   *
   * @param personId whose it is to be
   */
  FacePhoto ofPicture(Context context, String personId, Caller caller) {
    boolean anyway = "true".equals(context.queryParam("anyway"));
    int chosen = Page.number(context, "face", -1, 0, 999);
    Picture picture = Uploads.picture(context);
    Face face = choose(look(picture, personId, anyway, caller), chosen);
    requireUsable(face, personId, anyway);
    try {
      return photo(picture.bytes(), face.box(), Sha256.hex(picture.bytes()) + chosen);
    } catch (PictureException e) {
      throw Pictures.problem(e.reason());
    }
  }

  /**
   * A face that a camera saw.
   *
   * @param from what tells of it, as {@link SeenFaces} takes it
   * @param personId whose it is to be; null for somebody new
   * @param anyway in spite of poor quality or of a resemblance
   */
  FacePhoto ofSeen(String from, String personId, boolean anyway, Caller caller) {
    FacePhoto photo = seen(from, caller);
    String whose = personId == null ? enrolment.idFor(caller.scope(), photo) : personId;
    Face found =
        look(Picture.of(photo.picture()), whose, anyway, caller).stream()
            .filter(one -> overlap(one.box(), photo.box()) >= SAME)
            .max(Comparator.comparing(one -> overlap(one.box(), photo.box())))
            .orElseThrow(EnrolledFaces::noFace);
    requireUsable(found, whose, anyway);
    return photo;
  }

  /** The same, which nobody has looked at again. */
  FacePhoto seen(String from, Caller caller) {
    // By what told of it, since a visit that goes on gets better views. People of one scope are
    // nobody's of another, also where both enrol the same face.
    String origin = from + caller.scope();
    ProblemException gone = null;
    for (EventPictures.View view : seen.find(from, caller.scope())) {
      if (!events.shows(view)) {
        gone = Pictures.tooOld();
        continue;
      }
      try {
        return photo(events.frame(view), view.box(), origin);
      } catch (PictureException e) {
        if (e.reason() != PictureException.Reason.GONE) {
          throw Pictures.problem(e.reason());
        }
        gone = Pictures.problem(e.reason());
      }
    }
    throw gone;
  }

  /** Their intersection as a part of their union. */
  private static double overlap(Box one, Box other) {
    double width =
        Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
    double height =
        Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
    double both = Math.max(0, width) * Math.max(0, height);
    return both / (one.width() * one.height() + other.width() * other.height() - both);
  }

  private List<Face> look(Picture picture, String personId, boolean anyway, Caller caller) {
    Asked asked = asks.ask(Asks.newRequest(), picture, Asks.within(caller.scope(), List.of()));
    List<Face> faces = asked.verdict().faces();
    // Whatever comes of it: the answer tells whether somebody is enrolled.
    audit.add(
        caller.id(),
        "search.photo",
        personId,
        Map.of("faces", faces.size(), "anyway", anyway, "request", asked.request()));
    return faces;
  }

  private static void requireUsable(Face face, String personId, boolean anyway) {
    if (face.outcome() == FaceOutcome.REJECTED && !anyway) {
      throw new ProblemException(
          422,
          "poor-quality",
          "The face is not good enough: " + face.reason(),
          "Take another photo: sharp, well lit, from the front");
    }
    if (face.match() != null && !face.match().personId().equals(personId) && !anyway) {
      throw new ProblemException(
              409,
              "already-enrolled",
              "This face belongs to somebody who is enrolled already",
              "Add the photo to that person, or repeat with anyway=true if it is not the same")
          .with("person", Map.of("personId", face.match().personId(), "name", face.match().name()));
    }
  }

  private static ProblemException noFace() {
    return new ProblemException(
        422, "no-face", "There is no face in the picture", "Take one with the face in view");
  }

  private static Face choose(List<Face> faces, int chosen) {
    if (faces.isEmpty()) {
      throw noFace();
    }
    if (faces.size() > 1 && chosen < 0) {
      List<FaceView> views = new ArrayList<>();
      faces.forEach(face -> views.add(FaceView.of(views.size(), face, 0, null).withoutMatch()));
      throw new ProblemException(
              422,
              "several-faces",
              "There are " + faces.size() + " faces in the picture",
              "Crop it, or repeat with face=N for one of them")
          .with("faces", views);
    }
    if (chosen >= faces.size()) {
      throw ProblemException.invalid("'face' is a number below " + faces.size());
    }
    return faces.get(Math.max(0, chosen));
  }

  /**
   * @param origin the same for the same face sent again
   */
  private static FacePhoto photo(byte[] picture, Box box, String origin) throws PictureException {
    return new FacePhoto(
        picture, box, FaceCrop.jpeg(picture, box), Sha256.hex(origin.getBytes(UTF_8)));
  }
}
