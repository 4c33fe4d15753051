package io.facestream.job.sightings;

import io.facestream.wire.BestView;
import io.facestream.wire.Face;
import io.facestream.wire.Models;
import io.facestream.wire.SightedPerson;
import io.facestream.wire.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person seen in a frame.
 *
 * @param verdict of the frame
 * @param face the face that was recognised
 */
record View(Verdict verdict, Face face) {
  private static final Comparator<Face> MORE_SIMILAR =
      Comparator.<Face>comparingDouble(face -> face.match().similarity())
          .thenComparing(face -> face.carriedFrom() == null)
          .thenComparing(face -> face.match().templateId(), Comparator.reverseOrder());

  /** Each person of a frame once, by the most similar of their faces; the largest face first. */
  static List<View> of(Verdict verdict) {
    Map<String, Face> faces = new LinkedHashMap<>();
    for (Face face : verdict.faces()) {
      if (face.match() != null) {
        faces.merge(
            face.match().personId(),
            face,
            (one, other) -> MORE_SIMILAR.compare(one, other) >= 0 ? one : other);
      }
    }
    return faces.values().stream().map(face -> new View(verdict, face)).toList();
  }

  /** Capture time, milliseconds since the epoch. */
  long time() {
    return verdict.frame().capturedAt().toEpochMilli();
  }

  String personId() {
    return face.match().personId();
  }

  SightedPerson person() {
    return SightedPerson.of(face.match());
  }

  BestView best() {
    return new BestView(
        verdict.frame(),
        face.box(),
        face.match().similarity(),
        face.threshold(),
        face.match().templateId());
  }

  boolean carried() {
    return face.carriedFrom() != null;
  }

  String track() {
    return face.track();
  }

  Models models() {
    return verdict.models();
  }
}
