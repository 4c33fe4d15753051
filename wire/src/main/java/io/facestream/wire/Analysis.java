package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What an analyser says of a face, or detection of a one-shot picture, as soon as it is known and
 * before the verdict; JSON Schema {@code analysis-1.json}. It is about faces, not about people: it
 * is told before anybody knows who they are.
 *
 * @param schema {@link #SCHEMA}
 * @param analysisId {@link #idOf}
 * @param cameraId the camera
 * @param frame the frame
 * @param face which face, from 0, largest first; null when it is about the whole frame
 * @param box where the face is; null when it is about the whole frame
 * @param analyser who says so; {@link #FACES} for detection
 * @param modelId the model that says so; null for detection, and where no model was asked
 * @param values numbers by their labels: probabilities, 0…1, or a measure such as years; null when
 *     nothing is said
 * @param label the most probable label; null when there is none
 * @param attributes what was decided, by the names of the values, as in {@link Face#attributes};
 *     null when nothing was
 * @param faces all faces, for {@link #FACES}; else null
 * @param milliseconds it took
 * @param failure why nothing is said, one line for people; null when something is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Analysis(
    String schema,
    String analysisId,
    String cameraId,
    FrameRef frame,
    Integer face,
    Box box,
    String analyser,
    String modelId,
    Map<String, Double> values,
    String label,
    Map<String, String> attributes,
    List<AnalysedFace> faces,
    double milliseconds,
    String failure) {
  public static final String SCHEMA = "facestream.analysis/1";

  /** The name under which detection tells the faces of a one-shot picture. */
  public static final String FACES = "faces";

  /**
   * The id of what an analyser says: {@code lobby@0-4711/emotion/0}. The same always has the same.
   *
   * @param frameId {@link Ids#frameId}
   * @param face which face; null when it is about the whole frame
   */
  public static String idOf(String frameId, String analyser, Integer face) {
    return frameId + "/" + analyser + (face == null ? "" : "/" + face);
  }

  /** What detection found in a one-shot picture. */
  public static Analysis ofFaces(
      String frameId,
      String cameraId,
      FrameRef frame,
      List<AnalysedFace> faces,
      double milliseconds) {
    return new Analysis(
        SCHEMA,
        idOf(frameId, FACES, null),
        cameraId,
        frame,
        null,
        null,
        FACES,
        null,
        null,
        null,
        null,
        List.copyOf(faces),
        milliseconds,
        null);
  }

  /** That nothing is said of a frame, and why. */
  public static Analysis failed(
      String frameId, String cameraId, FrameRef frame, String analyser, String failure) {
    return failed(frameId, cameraId, frame, null, null, analyser, failure);
  }

  /** That nothing is said of a face, and why. */
  public static Analysis failed(
      String frameId,
      String cameraId,
      FrameRef frame,
      Integer face,
      Box box,
      String analyser,
      String failure) {
    return new Analysis(
        SCHEMA,
        idOf(frameId, analyser, face),
        cameraId,
        frame,
        face,
        box,
        analyser,
        null,
        null,
        null,
        null,
        null,
        0,
        failure);
  }

  /** {@link Ids#frameId}. */
  @JsonIgnore
  public String frameId() {
    return Ids.frameId(cameraId, frame.partition(), frame.offset());
  }

  /** Whether it is about a one-shot picture. */
  public boolean answersRequest() {
    return frame != null && frame.answersRequest();
  }
}
