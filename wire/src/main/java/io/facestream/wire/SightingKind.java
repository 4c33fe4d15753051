package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which step of a visit a {@link Sighting} tells. */
public enum SightingKind {
  /** Somebody has come. */
  @JsonProperty("open")
  OPEN,
  /** They are still there, or are there again before the silence was over. */
  @JsonProperty("update")
  UPDATE,
  /** They have not been seen for as long as the silence lasts. */
  @JsonProperty("close")
  CLOSE
}
