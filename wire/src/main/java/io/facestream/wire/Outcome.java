package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a frame came to. */
public enum Outcome {
  /** At least one face is somebody of the gallery. */
  @JsonProperty("match")
  MATCH,
  /** Faces were searched, and nobody passed. */
  @JsonProperty("unknown")
  UNKNOWN,
  /** No face was found. */
  @JsonProperty("no-face")
  NO_FACE,
  /** Faces were found, and none was good enough to search. */
  @JsonProperty("rejected")
  REJECTED;

  /** What the faces of a frame come to; each has an outcome. */
  public static Outcome of(List<Face> faces) {
    if (faces.isEmpty()) {
      return NO_FACE;
    }
    if (faces.stream().anyMatch(face -> face.match() != null)) {
      return MATCH;
    }
    return faces.stream().anyMatch(face -> face.outcome() == FaceOutcome.UNKNOWN)
        ? UNKNOWN
        : REJECTED;
  }
}
