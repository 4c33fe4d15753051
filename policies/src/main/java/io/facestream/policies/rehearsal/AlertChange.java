package io.facestream.policies.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import java.util.List;

/**
 * An alert that there would have been, or would not.
 *
 * @param kind which of them
 * @param verdictId the frame
 * @param cameraId where
 * @param frame which picture
 * @param box of the face, relative to the picture
 * @param personId who was, or would have been, named
 * @param name the name shown to people
 * @param watchlists on which that person is
 * @param similarity cosine, −1…1
 * @param needed the cosine that would have had to be reached; null when it is not known
 * @param origin whose threshold that is; null when it is not known
 * @param why for one that is lost, the reason, one line; null where somebody else would have been
 *     named, or nothing been recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertChange(
    Kind kind,
    String verdictId,
    String cameraId,
    FrameRef frame,
    Box box,
    String personId,
    String name,
    List<String> watchlists,
    double similarity,
    Double needed,
    String origin,
    String why) {

  /** What would have become of it. */
  public enum Kind {
    /** It would have been raised. */
    @JsonProperty("gained")
    GAINED,
    /** It would not have been raised. */
    @JsonProperty("lost")
    LOST
  }
}
