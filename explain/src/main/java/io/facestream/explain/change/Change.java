package io.facestream.explain.change;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that, otherwise, would have led to another answer.
 *
 * @param what of which kind it is
 * @param text one line for people, to be read behind "with"
 */
public record Change(Kind what, String text) {

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
