package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a face. */
public enum FaceOutcome {
  /** It is somebody of the gallery. */
  @JsonProperty("match")
  MATCH,
  /** It was searched, and nobody passed. */
  @JsonProperty("unknown")
  UNKNOWN,
  /** It was not searched, because it is not good enough for that. */
  @JsonProperty("rejected")
  REJECTED
}
