package io.facestream.photos;

import java.util.List;

/** What became of a photo that was looked at. */
public sealed interface Enrolment {

  /**
   * The photo shows the person.
   *
   * @param embedding unit vector of the model's dimension
   * @param quality 0…1
   * @param sourceFace the {@link Pick} that chose among several faces; empty for the only one
   * @param remark one line: what was done to the photo before, as turning it upright; else null
   */
  record Accepted(float[] embedding, double quality, String sourceFace, String remark)
      implements Enrolment {}

  /**
   * The photo is of no use.
   *
   * @param reason one line: the cause and, where there is one, the cure
   * @param faces the faces to choose from; empty when choosing is not the cure
   */
  record Refused(String reason, List<PhotoFace> faces) implements Enrolment {
    /** Refused for a reason that choosing cannot cure. */
    public static Refused because(String reason) {
      return new Refused(reason, List.of());
    }
  }
}
