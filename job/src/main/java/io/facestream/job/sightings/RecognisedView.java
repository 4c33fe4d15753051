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
 * Somebody of the gallery seen in a frame.
 *
 * @param verdict of the frame
 * @param face the face that was recognised
 */
record RecognisedView(Verdict verdict, Face face) implements View {
  private static final Comparator<Face> MORE_SIMILAR =
      Comparator.<Face>comparingDouble(face -> face.match().similarity())
          .thenComparing(face -> face.carriedFrom() == null)
          .thenComparing(face -> face.match().templateId(), Comparator.reverseOrder());

  /** Each person of a frame once, by the most similar of their faces; the largest face first. */
  static List<RecognisedView> of(Verdict verdict) {
    Map<String, Face> faces = new LinkedHashMap<>();
    for (Face face : verdict.faces()) {
      if (face.match() != null) {
        faces.merge(
            face.match().personId(),
            face,
            (one, other) -> MORE_SIMILAR.compare(one, other) >= 0 ? one : other);
      }
    }
    return faces.values().stream().map(face -> new RecognisedView(verdict, face)).toList();
  }

  @Override
  public String frameId() {
    return verdict.verdictId();
  }

  @Override
  public long time() {
    return verdict.frame().capturedAt().toEpochMilli();
  }

  @Override
  public SightedPerson person() {
    return SightedPerson.of(face.match());
  }

  @Override
  public BestView best() {
    return BestView.recognised(
        verdict.frame(),
        face.box(),
        face.match().similarity(),
        face.threshold(),
        face.match().templateId());
  }

  @Override
  public boolean carried() {
    return face.carriedFrom() != null;
  }

  @Override
  public String track() {
    return face.track();
  }

  @Override
  public Models models() {
    return verdict.models();
  }
}
