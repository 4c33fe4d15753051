package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a human found of an alert or a visit. */
public enum ReviewOutcome {
  /** It is the person named. */
  @JsonProperty("confirmed")
  CONFIRMED,
  /** It is somebody else. */
  @JsonProperty("wrong")
  WRONG,
  /** The picture does not tell. */
  @JsonProperty("unclear")
  UNCLEAR
}
