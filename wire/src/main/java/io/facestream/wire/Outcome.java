package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

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
  REJECTED
}
