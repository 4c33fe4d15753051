package io.facestream.console.api;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.http.ProblemException;
import io.facestream.console.people.SimilarPeople;
import io.facestream.wire.GalleryText;

/** Faces to compare with, by what {@code similarTo} names. */
final class Probes {
  private final SimilarPeople similar;
  private final EnrolledFaces faces;

  Probes(SimilarPeople similar, EnrolledFaces faces) {
    this.similar = similar;
    this.faces = faces;
  }

  /** A token would open the face to whoever reads the log within its minutes. */
  static String inLog(String name) {
    return name.startsWith("face:") ? "face" : name;
  }

  SimilarPeople.Probe of(String name, Caller caller) {
    int colon = name.indexOf(':');
    String id = name.substring(colon + 1);
    return switch (name.substring(0, Math.max(0, colon))) {
      case "photo" -> ofPhoto(id, caller);
      case "face" -> {
        requireSearch(caller);
        yield similar.of(faces.ofToken(id, caller));
      }
      case "sighting", "unknown", "alert" -> {
        requireSearch(caller);
        yield similar.of(faces.seen(name, caller));
      }
      default ->
          throw ProblemException.invalid(
              "'similarTo' is photo:PERSON/PHOTO, face:TOKEN, sighting:ID, unknown:ID or alert:ID");
    };
  }

  /** To ask whom a face that is nobody's belongs to is to recognise it. */
  private static void requireSearch(Caller caller) {
    if (!caller.may(Right.RECOGNISE)) {
      throw ProblemException.missing(Right.RECOGNISE);
    }
  }

  private SimilarPeople.Probe ofPhoto(String id, Caller caller) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      throw ProblemException.invalid("'similarTo' is of the form photo:PERSON/PHOTO");
    }
    if (GalleryText.PERSON_ID.complaint(id.substring(0, slash)) != null) {
      throw ProblemException.notFound();
    }
    return similar
        .ofPhoto(id.substring(0, slash), id.substring(slash + 1), caller.scope())
        .orElseThrow(ProblemException::notFound);
  }
}
