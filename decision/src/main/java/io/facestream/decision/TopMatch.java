package io.facestream.decision;

import io.facestream.wire.Face;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which face of a frame its alert is about. */
public final class TopMatch {
  private static final Comparator<Face> MOST_SIMILAR =
      Comparator.<Face>comparingDouble(face -> face.match().similarity())
          .thenComparing(face -> face.match().templateId(), Comparator.reverseOrder());

  private TopMatch() {}

  /** The most similar match; of equal ones that of the smaller template id. */
  public static Optional<Face> of(List<Face> faces) {
    return faces.stream().filter(face -> face.match() != null).max(MOST_SIMILAR);
  }
}
