package io.facestream.explain.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that, otherwise, would have led to another answer.
 *
 * @param what of which kind it is
 * @param text one line for people, to be read behind "with"
 * @param assignment the policy that lays it down, {@code watchlist/vip.cameras=gate,lobby}; null
 *     where it is no policy, or several would do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(Kind what, String text, String assignment) {

  /** One that no one policy lays down. */
  public Change(Kind what, String text) {
    this(what, text, null);
  }

  /** What is to be otherwise. */
  public enum Kind {
    /** The cosine from which a face is a match. */
    @JsonProperty("threshold")
    THRESHOLD,
    /** The share of strangers that may be named. */
    @JsonProperty("false-alerts")
    FALSE_ALERTS,
    /** The number of templates. */
    @JsonProperty("gallery-size")
    GALLERY_SIZE,
    /** The distance to the next person. */
    @JsonProperty("margin")
    MARGIN,
    /** The time in which a photo counts. */
    @JsonProperty("validity")
    VALIDITY,
    /** The cameras at which a watchlist is looked for. */
    @JsonProperty("scope")
    SCOPE,
    /** What speaks against the person. */
    @JsonProperty("negative-example")
    NEGATIVE_EXAMPLE,
    /** Who is enrolled, and with which photos. */
    @JsonProperty("photos")
    PHOTOS,
    /** The picture. */
    @JsonProperty("picture")
    PICTURE
  }
}
