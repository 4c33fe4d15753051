package io.facestream.explain.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import java.util.List;
import java.util.Map;

/**
 * The whole story of one picture.
 *
 * @param picture the file, or the id of the frame
 * @param cameraId by whose thresholds it was judged
 * @param width as published, pixels
 * @param height as published, pixels
 * @param gallery what it was searched in
 * @param outcome what it comes to
 * @param faces largest first
 * @param otherwise where no face can be compared: what would show one
 * @param then what the job said of it, or null for a picture that is no frame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Story(
    String picture,
    String cameraId,
    int width,
    int height,
    Models models,
    Searched gallery,
    Outcome outcome,
    List<FaceStory> faces,
    List<String> otherwise,
    Then then) {

  /**
   * A gallery.
   *
   * @param templates all of them
   * @param inReach those of people who are looked for at the camera
   * @param offsets for each partition that has records, the offset of the last
   */
  public record Searched(
      String topic, long templates, long inReach, long people, Map<Integer, Long> offsets) {}

  /** The same, beside what the job said of it. */
  public Story beside(Then said) {
    return new Story(
        picture, cameraId, width, height, models, gallery, outcome, faces, otherwise, said);
  }
}
