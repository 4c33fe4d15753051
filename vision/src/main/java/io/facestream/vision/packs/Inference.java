package io.facestream.vision.packs;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an analyser infers about a person. Rules are about this, not about names: who refuses to
 * have emotions inferred refuses an analyser that calls them moods as well.
 */
public enum Inference {
  @JsonProperty("age")
  AGE,
  @JsonProperty("gender")
  GENDER,
  @JsonProperty("emotion")
  EMOTION,
  /** Whether a living person stands there, and no picture of one. */
  @JsonProperty("liveness")
  LIVENESS,
  /** Race or ethnic origin: only after {@link LegalNotice}. */
  @JsonProperty("race")
  RACE,
  /** Anything else that is visible, such as glasses or a mask. */
  @JsonProperty("other")
  OTHER
}
