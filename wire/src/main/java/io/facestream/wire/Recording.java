package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is kept of a face that was recognised. */
public enum Recording {
  /** Everything. */
  @JsonProperty("all")
  ALL,
  /** No trace: neither in a verdict nor in an alert. */
  @JsonProperty("none")
  NONE
}
