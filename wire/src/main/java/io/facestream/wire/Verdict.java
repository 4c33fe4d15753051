package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The answer to one frame, also when nobody matched; JSON Schema {@code verdict-1.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param verdictId {@link Ids#frameId}
 * @param cameraId the camera
 * @param frame the frame
 * @param outcome what it came to
 * @param faces all faces that may be recorded, largest first
 * @param unrecorded how many faces a policy leaves no trace of; null when none
 * @param models the models that looked
 * @param gallery the gallery that was searched, or null when no face was worth a search
 * @param timings where the time went
 * @param reduced what was left out because the topic takes no larger record, or null when the
 *     answer is whole
 * @param ignored how many faces were passed over because of where they stood, as a policy says of
 *     the camera; null when none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
    String schema,
    String verdictId,
    String cameraId,
    FrameRef frame,
    Outcome outcome,
    List<Face> faces,
    Integer unrecorded,
    Models models,
    GalleryView gallery,
    Timings timings,
    String reduced,
    Integer ignored) {
  public static final String SCHEMA = "facestream.verdict/1";

  /** The answer to a frame in which no face was ignored. */
  public Verdict(
      String schema,
      String verdictId,
      String cameraId,
      FrameRef frame,
      Outcome outcome,
      List<Face> faces,
      Integer unrecorded,
      Models models,
      GalleryView gallery,
      Timings timings,
      String reduced) {
    this(
        schema,
        verdictId,
        cameraId,
        frame,
        outcome,
        faces,
        unrecorded,
        models,
        gallery,
        timings,
        reduced,
        null);
  }

  /** Whether it is the answer to a one-shot picture, and of nothing that a camera saw. */
  public boolean answersRequest() {
    return frame != null && frame.answersRequest();
  }

  /** A smaller form that says what it lacks. */
  public Verdict reducedTo(List<Face> fewerFaces, String leftOut) {
    return new Verdict(
        schema,
        verdictId,
        cameraId,
        frame,
        outcome,
        fewerFaces,
        unrecorded,
        models,
        gallery,
        timings,
        leftOut,
        ignored);
  }
}
