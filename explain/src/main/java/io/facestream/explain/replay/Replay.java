package io.facestream.explain.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;

/**
 * A verdict made once more.
 *
 * @param verdictId its id
 * @param same whether both are the same, byte for byte but for {@code timings}
 * @param firstDifference where they part, or null
 * @param notHeld what the topics no longer hold of what was known then, one line each
 * @param notes what was taken over from the verdict rather than found anew, one line each
 * @param then what the job said, without timings
 * @param now what it would say by the same rules of the same frame, without timings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
    String verdictId,
    boolean same,
    Difference firstDifference,
    List<String> notHeld,
    List<String> notes,
    @JsonRawValue String then,
    @JsonRawValue String now) {}
